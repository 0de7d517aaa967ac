namespace TypedSockets.Integration.Tests.Kit;

/// <summary>A hub whose clients offer nothing: what is generated for it compiles without a warning.</summary>
[SocketHub<ISilentClient>("silent")]
public partial interface ISilentHub
{
    void Note(int number);
}
