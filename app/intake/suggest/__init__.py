"""Suggestions from the words of a paper, each with the words it rests on.

A person confirms every one; where the paper leaves a doubt there is none.
"""
