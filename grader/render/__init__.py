"""Records in, pages out. Every renderer is a pure function of `model.report.Report`.

Nothing is imported here: a terminal report must not pay for Jinja2.
"""
