namespace TypedSockets.Integration.Tests.Kit.Catalogue;

[Flags]
public enum Access : ulong
{
    None = 0,
    Read = 1,
    All = ulong.MaxValue,
}
