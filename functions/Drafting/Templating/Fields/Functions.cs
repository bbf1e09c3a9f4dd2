using System.Globalization;
using Scriban.Functions;
using Scriban.Runtime;

namespace YiyuanSafety.Drafting.Templating.Fields;

/// <summary>The functions that templates may call: those that only compute on texts, numbers, lists and dates.</summary>
internal static class Functions
{
    private static readonly string[] Texts =
    [
        "append", "contains", "downcase", "empty", "ends_with", "index_of", "lstrip", "pad_left", "pad_right", "prepend",
        "remove", "remove_first", "remove_last", "replace", "replace_first", "rstrip", "size", "slice", "slice1", "split",
        "starts_with", "strip", "strip_newlines", "to_double", "to_int", "truncate", "upcase", "whitespace",
    ];

    private static readonly string[] Lists =
    [
        "add", "compact", "concat", "contains", "first", "join", "last", "limit", "map", "offset", "reverse", "size", "sort", "uniq",
    ];

    private static readonly string[] Numbers =
    [
        "abs", "ceil", "divided_by", "floor", "format", "is_number", "minus", "modulo", "plus", "round", "times",
    ];

    /// <summary>The objects string, array, math, date and chinese; shared by all renderings and read-only.</summary>
    public static ScriptObject All { get; } = Build();

    /// <summary>The functions of one of the objects, or null when there is no such object.</summary>
    public static IReadOnlyList<string>? Of(string name) =>
        All.TryGetValue(name, out var value) && value is ScriptObject group ? [.. group.Keys] : null;

    private static ScriptObject Build()
    {
        var all = new ScriptObject
        {
            ["string"] = Pick(new StringFunctions(), Texts),
            ["array"] = Pick(new ArrayFunctions(), Lists),
            ["math"] = Pick(new MathFunctions(), Numbers),
            ["date"] = Dates(),
            ["chinese"] = Chinese(),
        };
        all.IsReadOnly = true;
        return all;
    }

    private static ScriptObject Pick(ScriptObject source, string[] names)
    {
        var picked = new ScriptObject();
        foreach (var name in names)
        {
            if (source.TryGetValue(name, out var value))
                picked[name] = value;
        }
        picked.IsReadOnly = true;
        return picked;
    }

    private static ScriptObject Dates()
    {
        var dates = new ScriptObject();
        dates.Import("to_string", new Func<object?, string, string>((d, format) => Date(d)?.ToString(format, CultureInfo.InvariantCulture) ?? ""));
        dates.Import("year", new Func<object?, object?>(d => Date(d)?.Year));
        dates.Import("month", new Func<object?, object?>(d => Date(d)?.Month));
        dates.Import("day", new Func<object?, object?>(d => Date(d)?.Day));
        dates.Import("add_days", new Func<object?, int, object?>((d, days) => Date(d)?.AddDays(days)));
        dates.IsReadOnly = true;
        return dates;
    }

    private static ScriptObject Chinese()
    {
        var chinese = new ScriptObject();
        chinese.Import("number", new Func<int, string>(ChineseNumber));
        chinese.IsReadOnly = true;
        return chinese;
    }

    private static DateTime? Date(object? value) => value switch
    {
        DateOnly date => date.ToDateTime(TimeOnly.MinValue),
        DateTime date => date,
        DateTimeOffset date => date.DateTime,
        _ => null,
    };

    /// <summary>12 → 十二, as GB/T 9704-2012 numbers headings (clause 7.3.3); digits outside 1 … 9999.</summary>
    private static string ChineseNumber(int number)
    {
        const string digits = "零一二三四五六七八九";
        if (number is < 1 or > 9999)
            return number.ToString(CultureInfo.InvariantCulture);
        var text = "";
        var pendingZero = false;
        foreach (var (size, unit) in ((int, string)[])[(1000, "千"), (100, "百"), (10, "十"), (1, "")])
        {
            var digit = number / size % 10;
            if (digit == 0)
            {
                pendingZero = text.Length > 0;
                continue;
            }
            text += (pendingZero ? "零" : "") + digits[digit] + unit;
            pendingZero = false;
        }
        return number is >= 10 and < 20 ? text[1..] : text;
    }
}
