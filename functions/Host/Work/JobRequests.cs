using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using YiyuanSafety.Drafting.Papers;

namespace YiyuanSafety.Host.Work;

/// <summary>Kinds of work.</summary>
internal static class JobKinds
{
    /// <summary>Reading a document into a plan.</summary>
    public const string Import = "import";

    /// <summary>Making papers.</summary>
    public const string Draft = "draft";

    /// <summary>Bringing papers up to date.</summary>
    public const string Refresh = "refresh";

    /// <summary>Filing papers on a shared drive.</summary>
    public const string File = "file";
}

/// <summary>What an import is to read.</summary>
/// <param name="Name">Name of the file as it came.</param>
/// <param name="Hash">SHA-256 of its bytes.</param>
/// <param name="Length">Its size in bytes.</param>
/// <param name="MakesPlan">Whether the plan is new.</param>
internal sealed record ImportRequest(string Name, string Hash, long Length, bool MakesPlan);

/// <summary>What an import came to.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="ImportId">The import.</param>
/// <param name="Added">Tasks that are new.</param>
/// <param name="Changed">Tasks that say something else than before.</param>
/// <param name="Closed">Tasks that the revision dropped.</param>
/// <param name="Kept">Tasks that say what they said.</param>
/// <param name="IsRepeat">Whether the very same file was the last one imported.</param>
internal sealed record ImportResult(Guid PlanId, Guid ImportId, int Added, int Changed, int Closed, int Kept, bool IsRepeat);

/// <summary>One paper of a draft.</summary>
/// <param name="Order">What is asked for.</param>
/// <param name="Path">Where it belongs below a folder of papers.</param>
/// <param name="TakesNumber">Whether it is to bear an issue number.</param>
/// <param name="ReplacesHandEdits">Whether the person agreed that a file with typed words is followed by one without them.</param>
/// <param name="Issues">Whether it counts as sent when it is made.</param>
/// <param name="FileTo">Where it is filed when it is made; null for nowhere.</param>
/// <param name="Revives">The version of the withdrawn paper that is wanted back; null where the paper was not withdrawn when it was asked for: then a withdrawal holds.</param>
internal sealed record DraftItem(PaperOrder Order, string Path, bool TakesNumber, bool ReplacesHandEdits = false, bool Issues = false, FileRequest? FileTo = null, int? Revives = null);

/// <summary>One paper to bring up to date.</summary>
/// <param name="PaperId">The paper.</param>
internal sealed record RefreshItem(Guid PaperId);

/// <summary>Where a job files papers.</summary>
/// <param name="Drive">The drive.</param>
/// <param name="Folder">Folder below its root; may be empty.</param>
/// <param name="WithPdf">Whether a PDF goes beside each Word paper.</param>
internal sealed record FileRequest(string Drive, string Folder, bool WithPdf);

/// <summary>One paper to file; the register, which comes last, where neither a paper nor a file is named.</summary>
/// <param name="PaperId">The paper of the ledger; null for none.</param>
/// <param name="File">A file that the ledger has no paper of; null for none.</param>
internal sealed record FileItem(Guid? PaperId, LooseFile? File = null);

/// <summary>A file that lies in the byte store and is no paper of the ledger.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Hash">SHA-256 of its bytes.</param>
/// <param name="Length">Its size in bytes.</param>
internal sealed record LooseFile(string Name, string Hash, long Length);

/// <summary>How jobs write down what is asked for and what came of it.</summary>
internal static class JobJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
    };

    /// <summary>The value as JSON on one line.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("A job asks for nothing.");
}
