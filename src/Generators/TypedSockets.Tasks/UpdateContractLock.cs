using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using TypedSockets.Generators.Locking;
using Task = Microsoft.Build.Utilities.Task;

namespace TypedSockets.Tasks;

/// <summary>Writes the contract lock of a project from what the generator wrote into its assembly. A lock that is up to date is left alone.</summary>
public sealed class UpdateContractLock : Task
{
    /// <summary>The assembly that was compiled.</summary>
    [Required]
    public string Assembly { get; set; } = "";

    /// <summary>The lock.</summary>
    [Required]
    public string LockFile { get; set; } = "";

    /// <inheritdoc />
    public override bool Execute()
    {
        try
        {
            Update();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or BadImageFormatException or FormatException)
        {
            Log.LogError(
                subcategory: null, errorCode: "TSKT0003", helpKeyword: null, file: LockFile, lineNumber: 0, columnNumber: 0, endLineNumber: 0, endColumnNumber: 0,
                message: "The contract lock cannot be written: {0} Let the build write '{1}' and read '{2}'.", error.Message, LockFile, Assembly);
        }

        return !Log.HasLoggedErrors;
    }

    private void Update()
    {
        var contracts = ManifestAttributes.Read(Assembly).ConvertAll(LockReader.ReadManifest);
        var text = new ContractLock(contracts).ToText();
        var exists = File.Exists(LockFile);
        if (contracts.Count == 0 && !exists)
        {
            Log.LogMessage(MessageImportance.High, "'{0}' declares no hub, so there is nothing to lock.", Assembly);
        }
        else if (exists && File.ReadAllText(LockFile) == text)
        {
            Log.LogMessage(MessageImportance.High, "{0} is up to date.", LockFile);
        }
        else
        {
            File.WriteAllText(LockFile, text);
            Log.LogMessage(MessageImportance.High, "{0} records {1} now.", LockFile, contracts.Count == 1 ? "1 hub" : $"{contracts.Count} hubs");
        }
    }
}
