namespace TypedSockets.Integration.Tests.Kit;

/// <summary>A hub for long texts.</summary>
[SocketHub<ITextClient>("text")]
public partial interface ITextHub
{
    Task Wait();
}
