using System.Collections;
using System.Globalization;

namespace YiyuanSafety.Drafting.Templating.Rendering;

/// <summary>How values are printed.</summary>
internal static class ValueText
{
    /// <summary>
    /// The text of a value that is no record: a date as GB/T 9704-2012 clause 7.3.5.4 writes it, a truth value as 是 or 否,
    /// a list of texts joined with 、; null for what has no text of its own.
    /// </summary>
    public static string? Of(object? value) => value switch
    {
        null => "",
        string text => text,
        bool yes => yes ? "是" : "否",
        DateOnly date => date.ToString("yyyy年M月d日", CultureInfo.InvariantCulture),
        DateTime date => date.ToString("yyyy年M月d日", CultureInfo.InvariantCulture),
        DateTimeOffset date => date.ToString("yyyy年M月d日", CultureInfo.InvariantCulture),
        Enum or char => value.ToString(),
        IEnumerable list => string.Join('、', list.Cast<object?>().Select(Of)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };
}
