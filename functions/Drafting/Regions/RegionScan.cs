using System.Net;
using System.Text;

namespace YiyuanSafety.Drafting.Regions;

/// <summary>
/// Reads the regions of a main part that this program has just written, in one pass over its bytes. It finds the same words as
/// <see cref="RegionText"/> does in a file that may have come from anywhere, many times faster: every paper is sealed as it is written.
/// </summary>
internal ref struct RegionScan
{
    private readonly string _paper;
    private readonly List<RegionRecord> _regions = [];
    private readonly StringBuilder _outside = new();
    private readonly StringBuilder _inside = new();
    private readonly Stack<StringBuilder> _paragraphs = new();
    private readonly Stack<bool> _controls = new();
    private ReadOnlySpan<byte> _rest;
    private string _alias = "";
    private string _region = "";
    private string _pending = "";
    private int _fallbacks;
    private bool _isInRun;

    private RegionScan(ReadOnlySpan<byte> main, string paper)
    {
        _rest = main;
        _paper = paper;
    }

    /// <summary>The regions of a paper, and the hash of the words outside of them.</summary>
    /// <param name="main">The main part, UTF-8, with w as prefix.</param>
    /// <param name="paper">Identity of the paper.</param>
    public static (IReadOnlyList<RegionRecord> Regions, string Outside) Of(ReadOnlySpan<byte> main, string paper)
    {
        var scan = new RegionScan(main, paper);
        while (scan.Step())
        {
        }

        return (scan._regions, RegionText.Hash(scan._outside.ToString()));
    }

    private bool Step()
    {
        var open = _rest.IndexOf((byte)'<');
        if (open < 0)
            return false;
        var close = _rest[open..].IndexOf((byte)'>') + open;
        var tag = _rest[(open + 1)..close];
        _rest = _rest[(close + 1)..];
        if (tag.StartsWith("/"u8))
            End(tag[1..]);
        else if (tag.EndsWith("/"u8))
            Single(tag[..^1].TrimEnd((byte)' '));
        else
            Begin(tag);
        return true;
    }

    private void Begin(ReadOnlySpan<byte> tag)
    {
        var name = Name(tag);
        if (name.SequenceEqual("w:t"u8))
            Text();
        else if (name.SequenceEqual("w:r"u8))
            _isInRun = true;
        else if (name.SequenceEqual("w:p"u8))
            _paragraphs.Push(new StringBuilder());
        else if (name.SequenceEqual("w:sdt"u8))
            (_alias, _pending) = ("", "");
        else if (name.SequenceEqual("w:sdtContent"u8))
            Enter();
        else if (name.SequenceEqual("mc:Fallback"u8))
            _fallbacks++;
    }

    private void Single(ReadOnlySpan<byte> tag)
    {
        var name = Name(tag);
        if (name.SequenceEqual("w:tab"u8))
            Glyph('\t');
        else if (name.SequenceEqual("w:br"u8) || name.SequenceEqual("w:cr"u8))
            Glyph('\n');
        else if (name.SequenceEqual("w:noBreakHyphen"u8))
            Glyph('-');
        else if (name.SequenceEqual("w:alias"u8))
            _alias = Value(tag);
        else if (name.SequenceEqual("w:tag"u8) && RegionTag.Parse(Value(tag)) is { } ours && ours.Paper == _paper)
            _pending = ours.Region;
    }

    private void End(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("w:p"u8))
            EndParagraph();
        else if (name.SequenceEqual("w:r"u8))
            _isInRun = false;
        else if (name.SequenceEqual("w:sdtContent"u8))
            Leave();
        else if (name.SequenceEqual("mc:Fallback"u8))
            _fallbacks--;
    }

    private void Text()
    {
        var end = _rest.IndexOf("</w:t>"u8);
        if (end < 0)
            return;
        if (_fallbacks == 0 && _paragraphs.TryPeek(out var line))
        {
            var text = Encoding.UTF8.GetString(_rest[..end]);
            line.Append(text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text);
        }

        _rest = _rest[(end + "</w:t>"u8.Length)..];
    }

    private readonly void Glyph(char c)
    {
        if (_isInRun && _fallbacks == 0 && _paragraphs.TryPeek(out var line))
            line.Append(c);
    }

    private readonly void EndParagraph()
    {
        var line = _paragraphs.Pop();
        if (_fallbacks > 0)
            return;
        var text = line.ToString();
        if (string.IsNullOrWhiteSpace(text))
            return;
        var target = _region.Length > 0 ? _inside : _outside;
        if (target.Length > 0)
            target.Append('\n');
        target.Append(text);
    }

    private void Enter()
    {
        var isRegion = _pending.Length > 0 && _region.Length == 0;
        _controls.Push(isRegion);
        if (!isRegion)
            return;
        _region = _pending;
        _inside.Clear();
    }

    private void Leave()
    {
        if (!_controls.Pop())
            return;
        _regions.Add(new RegionRecord(_region, _alias, _inside.ToString()));
        _region = "";
    }

    private static ReadOnlySpan<byte> Name(ReadOnlySpan<byte> tag)
    {
        var end = tag.IndexOf((byte)' ');
        return end < 0 ? tag : tag[..end];
    }

    private static string Value(ReadOnlySpan<byte> tag)
    {
        var start = tag.IndexOf("w:val=\""u8);
        if (start < 0)
            return "";
        var value = tag[(start + "w:val=\""u8.Length)..];
        return WebUtility.HtmlDecode(Encoding.UTF8.GetString(value[..value.IndexOf((byte)'"')]));
    }
}
