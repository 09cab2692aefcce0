// The explorer in a notebook: the figure of the model, made to answer.

export default {
  render({ model, el }) {
    const drawing = new DOMParser().parseFromString(model.get("svg"), "image/svg+xml").documentElement;
    const scroll = made("div", { class: "scroll" });
    scroll.append(document.adoptNode(drawing));
    const figure = made("figure", { class: "drawing" }, scroll, made("figcaption", {}, model.get("caption")));
    el.classList.add("nagarezu", "notebook");
    el.lang = model.get("lang");
    el.append(figure);
    explore(figure, model.get("facts"), model.get("texts"), model.get("words"));
  },
};
