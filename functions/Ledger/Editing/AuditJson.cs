using System.Text.Encodings.Web;
using System.Text.Json;

namespace YiyuanSafety.Ledger.Editing;

/// <summary>How the audit writes what a row says: JSON that a person can read.</summary>
internal static class AuditJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The value as JSON on one line, Chinese unescaped.</summary>
    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Options);
}
