namespace TypedSockets.Tests.Codecs;

public enum SmallEnum : byte
{
    None,
    Some,
}
