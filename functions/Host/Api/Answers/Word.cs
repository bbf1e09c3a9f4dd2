using System.Text.Json;

namespace YiyuanSafety.Host.Api.Answers;

/// <summary>
/// A value out of a few, as JSON has it, in a question's address. The framework would take numbers too, and C#'s own spelling alone.
/// </summary>
/// <typeparam name="T">The values.</typeparam>
/// <param name="Value">The value.</param>
internal readonly record struct Word<T>(T Value) : IParsable<Word<T>>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> Known =
        Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), StringComparer.Ordinal);

    /// <summary>The words.</summary>
    public static IReadOnlyCollection<string> All => Known.Keys;

    /// <inheritdoc/>
    public static Word<T> Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var result) ? result : throw new FormatException();

    /// <inheritdoc/>
    public static bool TryParse(string? s, IFormatProvider? provider, out Word<T> result)
    {
        var isKnown = Known.TryGetValue(s ?? "", out var value);
        result = new Word<T>(value);
        return isKnown;
    }
}
