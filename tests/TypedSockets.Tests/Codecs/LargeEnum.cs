namespace TypedSockets.Tests.Codecs;

public enum LargeEnum : long
{
    None,
    Some,
}
