using System.Text.Encodings.Web;
using System.Text.Json;

namespace YiyuanSafety.Ledger.Archiving;

/// <summary>What a yearly archive (年度归档包) holds: the first entry of its zip, by which everything else is verified.</summary>
/// <param name="Format">Form of the archive.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="MadeBy">Who made it.</param>
/// <param name="PlanId">The plan.</param>
/// <param name="Title">The plan's title.</param>
/// <param name="Year">The plan's year; null where the document does not say.</param>
/// <param name="County">The plan's county; may be empty.</param>
/// <param name="Files">Every other entry.</param>
public sealed record ArchiveManifest(string Format, DateTimeOffset MadeAt, string MadeBy, Guid PlanId, string Title, int? Year, string County, IReadOnlyList<ArchivedFile> Files)
{
    /// <summary>Name of the manifest's entry.</summary>
    public const string EntryName = "清单.json";

    /// <summary>The form that this program writes and reads.</summary>
    public const string Current = "yiyuan-archive:1";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Writes the manifest.</summary>
    public void Write(Stream output) => JsonSerializer.Serialize(output, this, Options);

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="ArchiveException">It is none, or one of a newer program.</exception>
    public static ArchiveManifest Read(Stream input)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize<ArchiveManifest>(input, Options) ?? throw new JsonException("null");
            return manifest.Format == Current ? manifest : throw new ArchiveException($"这个归档包的格式是“{manifest.Format}”，本程序读的是“{Current}”。请用更新的程序恢复。");
        }
        catch (JsonException e)
        {
            throw new ArchiveException("归档包里的清单读不懂，归档包可能损坏。请换一份备份。", e);
        }
    }
}

/// <summary>An entry of an archive.</summary>
/// <param name="Path">Its name in the zip.</param>
/// <param name="Hash">SHA-256 of its content, lower-case hexadecimal.</param>
/// <param name="Length">Size of its content in bytes.</param>
public sealed record ArchivedFile(string Path, string Hash, long Length);

/// <summary>An archive that cannot be used. The message is a Chinese sentence: what is wrong, what to do.</summary>
public sealed class ArchiveException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Stable code.</summary>
    public const string Code = "archive-invalid";
}
