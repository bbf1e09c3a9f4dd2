using System.Text.Json;
using System.Text.Json.Serialization;

namespace YiyuanSafety.Host.Output;

/// <summary>What runs have made in a folder: paths with the SHA-256 of their content.</summary>
/// <param name="Files">Path below the folder → hash in hexadecimal.</param>
internal sealed record OutputManifest(IReadOnlyDictionary<string, string> Files)
{
    private const string Name = ".yiyuan-safety.json";

    /// <summary>Reads the folder's manifest; an absent or damaged one claims no file.</summary>
    public static OutputManifest Read(DirectoryInfo folder)
    {
        var file = new FileInfo(Path.Combine(folder.FullName, Name));
        if (!file.Exists)
            return new OutputManifest(new Dictionary<string, string>());
        try
        {
            using var stream = file.OpenRead();
            return JsonSerializer.Deserialize(stream, ManifestJson.Default.OutputManifest) is { Files: not null } read
                ? read
                : new OutputManifest(new Dictionary<string, string>());
        }
        catch (JsonException)
        {
            // Claiming nothing is the safe reading: no file is replaced or removed.
            return new OutputManifest(new Dictionary<string, string>());
        }
    }

    /// <summary>Whether a path stays below the folder; a manifest that was tampered with must not reach outside.</summary>
    public static bool IsInside(string path) => !Path.IsPathRooted(path) && !path.Split('/', '\\').Contains("..");

    /// <summary>Writes the manifest beside the files.</summary>
    public void Write(DirectoryInfo folder)
    {
        var target = Path.Combine(folder.FullName, Name);
        var temporary = target + ".tmp~";
        using (var stream = File.Create(temporary))
            JsonSerializer.Serialize(stream, this, ManifestJson.Default.OutputManifest);
        File.Move(temporary, target, true);
    }
}

/// <summary>Source-generated: no reflection at start-up.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(OutputManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
