namespace TypedSockets.Generators.Tests.Running;

public enum Color
{
    Red,
    Green,
}
