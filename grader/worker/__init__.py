"""The untrusted side: loads one student's file and answers calls. It knows no course.

`main.py` is run by path, in a process of its own, and imports its siblings and `grader.protocol`
without the rest of the package being importable there.
"""
