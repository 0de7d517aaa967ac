namespace Alone;

public readonly record struct Interval(int Milliseconds);
