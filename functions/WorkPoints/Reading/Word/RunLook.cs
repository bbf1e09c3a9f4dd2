namespace YiyuanSafety.WorkPoints.Reading.Word;

/// <summary>How characters look, as far as it tells a title from the text after it.</summary>
/// <param name="Bold">Bold weight.</param>
/// <param name="Font">East Asian typeface, or null where none is given.</param>
internal readonly record struct RunLook(bool Bold, string? Font);

/// <summary>What a style or a run says of looks and visibility; null where it says nothing.</summary>
internal readonly record struct RunFormat(bool? Bold, string? Font, bool? Hidden)
{
    /// <summary>This format where it speaks, else the other.</summary>
    public RunFormat Over(RunFormat other) => new(Bold ?? other.Bold, Font ?? other.Font, Hidden ?? other.Hidden);

    public RunLook Look => new(Bold == true, Font);

    /// <summary>Reads one property element of <c>w:rPr</c>.</summary>
    public RunFormat With(PartCursor cursor) => cursor.Name switch
    {
        "b" => this with { Bold = cursor.On },
        "rFonts" => this with { Font = cursor.Attribute("eastAsia") ?? cursor.Attribute("eastAsiaTheme") ?? Font },
        "vanish" => this with { Hidden = cursor.On },
        _ => this,
    };

    /// <summary>Reads the whole <c>w:rPr</c> the cursor stands on; <paramref name="style"/> receives its <c>w:rStyle</c>.</summary>
    public static RunFormat Read(PartCursor cursor, out string? style)
    {
        var format = default(RunFormat);
        style = null;
        var entered = cursor.Enter();
        while (cursor.Next(entered))
        {
            if (!cursor.IsWord || cursor.Name == "rPrChange")
                cursor.Skip();
            else if (cursor.Name == "rStyle")
                style = cursor.Value;
            else
                format = format.With(cursor);
        }

        return format;
    }
}
