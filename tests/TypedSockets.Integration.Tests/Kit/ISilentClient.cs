namespace TypedSockets.Integration.Tests.Kit;

public interface ISilentClient
{
}
