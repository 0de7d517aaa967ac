namespace TypedSockets.Integration.Tests.Kit.Catalogue;

/// <summary>Its members are numbered, and one is not public.</summary>
public sealed class Numbered
{
    [SocketMember(1)]
    public string Shown { get; set; } = "";

    [SocketMember(0)]
    private int _hidden;

    public int Hidden() => _hidden;

    public static Numbered Of(string shown, int hidden) => new() { Shown = shown, _hidden = hidden };
}
