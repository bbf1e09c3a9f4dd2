using YiyuanSafety.Drafting.Templating;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>A part of a text under a heading of the first level (7.3.3).</summary>
public sealed record TextSection
{
    /// <summary>Heading with its number.</summary>
    [Field("一级标题，带序号", "一、突出重点，全面排查整治")]
    public required string Heading { get; init; }

    /// <summary>Paragraphs directly under it.</summary>
    [Field("标题下的段落")]
    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>Its items, under headings of the second level.</summary>
    [Field("二级条目")]
    public required IReadOnlyList<TextItem> Items { get; init; }

    /// <summary>The parts with their numbers.</summary>
    public static IReadOnlyList<TextSection> Number(IReadOnlyList<SectionText> sections) => [.. sections.Select((section, index) => new TextSection
    {
        Heading = $"{Wording.Ordinal(index + 1)}、{section.Title.TrimEnd('。')}",
        Paragraphs = section.Paragraphs,
        Items = [.. section.Items.Select((item, i) => new TextItem
        {
            Heading = $"（{Wording.Ordinal(i + 1)}）{(item.Title.Length > 0 ? item.Title.TrimEnd('。') + "。" : "")}",
            Text = item.Text,
        })],
    })];
}

/// <summary>An item under a heading of the second level, which runs into its text.</summary>
public sealed record TextItem
{
    /// <summary>Number and heading with its stop; the number alone where there is no heading.</summary>
    [Field("二级标题，带序号和句号", "（一）压实企业主体责任。")]
    public required string Heading { get; init; }

    /// <summary>The text.</summary>
    [Field("内容", "各生产经营单位要严格落实全员安全生产责任制。")]
    public required string Text { get; init; }
}

/// <summary>A part of a text as an order gives it.</summary>
public sealed record SectionText
{
    /// <summary>Heading without number.</summary>
    public string Title { get; init; } = "";

    /// <summary>Paragraphs.</summary>
    public IReadOnlyList<string> Paragraphs { get; init; } = [];

    /// <summary>Items.</summary>
    public IReadOnlyList<ItemText> Items { get; init; } = [];

    internal static void Check(IReadOnlyList<SectionText> sections, string place)
    {
        if (sections.Count == 0)
            throw OrderException.Of($"{place} 是空的：正文至少要有一个部分。");
        for (var i = 0; i < sections.Count; i++)
        {
            OrderChecks.Need(sections[i].Title, FormattableString.Invariant($"{place}[{i}].title"), "这一部分的标题");
            if (sections[i].Paragraphs.Count + sections[i].Items.Count == 0)
                throw OrderException.Of(FormattableString.Invariant($"{place}[{i}] 只有标题，没有内容。请填写 paragraphs 或 items。"));
        }
    }
}

/// <summary>An item as an order gives it.</summary>
public sealed record ItemText
{
    /// <summary>Heading without number; may be empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>Text.</summary>
    public string Text { get; init; } = "";
}

/// <summary>Checks that orders share.</summary>
internal static class OrderChecks
{
    /// <summary>Refuses an empty text.</summary>
    public static void Need(string value, string place, string what)
    {
        if (string.IsNullOrWhiteSpace(value))
            throw OrderException.Of($"{place} 没有填写，应是{what}。");
    }
}
