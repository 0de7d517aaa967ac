namespace EndToEnd.Clients;

/// <summary>What calls and emits carry.</summary>
internal static class Arguments
{
    public const string Player = "player-000000042";
    public const int X = 123_456;
    public const double Y = 0.25;
}
