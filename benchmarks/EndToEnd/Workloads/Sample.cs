using System.Globalization;

namespace EndToEnd.Workloads;

/// <summary>What one round gave.</summary>
/// <param name="PerSecond">Operations.</param>
/// <param name="P50">Of operations that go one after another, in microseconds.</param>
/// <param name="ServerCpu">The server's processor time for an operation, in microseconds.</param>
/// <param name="ClientCpu">The client's.</param>
internal sealed record Sample(double PerSecond, double P50, double ServerCpu, double ClientCpu)
{
    public static Sample Parse(string line) => line.Split(' ') is ["SAMPLE", var perSecond, var p50, var server, var client]
        ? new Sample(Number(perSecond), Number(p50), Number(server), Number(client))
        : throw new FormatException($"A client said '{line}'.");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"SAMPLE {PerSecond:0} {P50:0.00} {ServerCpu:0.000} {ClientCpu:0.000}");

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
