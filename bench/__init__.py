"""Measurements that are run by hand: how fast the parts are."""
