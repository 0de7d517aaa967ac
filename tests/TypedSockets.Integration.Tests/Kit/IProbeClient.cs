namespace TypedSockets.Integration.Tests.Kit;

/// <summary>What the tests' clients offer.</summary>
public interface IProbeClient
{
    void Told(int number);

    ValueTask<bool> Confirm(string question, CancellationToken cancel = default);
}
