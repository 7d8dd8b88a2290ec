package dev.parley.model;

/// Why a call may not be made; whoever meters calls knows the kinds.
public interface CallRefusal {}
