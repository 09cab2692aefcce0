"""Files from outside, opened with bounds: archives, XML, workbooks and delimited text.

What stands here interprets nothing. The checker of tables (`readable`) and the import of documents
(`importing`) both read through it.
"""
