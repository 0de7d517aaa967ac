namespace TypedSockets.Fuzz;

/// <summary>An input that did what no input may. The seed and the target bring it about again; the bytes alone usually do as well.</summary>
internal sealed class FuzzFailure(string target, int seed, long round, byte[] input, string what, Exception? inner = null)
    : Exception($"{what} (target {target}, seed {seed}, round {round}, input {Convert.ToHexString(input)})", inner);
