namespace TypedSockets.Integration.Tests.Kit;

public interface ITextClient
{
    void Said(string text);
}
