using System.Buffers;
using System.IO.Compression;
using System.Text;
using Scriban.Runtime;
using YiyuanSafety.Drafting.Charts;
using YiyuanSafety.Drafting.Templating.Lifting;
using YiyuanSafety.Drafting.Templating.Package;

namespace YiyuanSafety.Drafting.Templating.Rendering;

/// <summary>Takes what Scriban writes: literal XML as bytes, values escaped, both compressed at once.</summary>
/// <param name="program">The part.</param>
/// <param name="ids">Identifiers of this rendering.</param>
/// <param name="maximum">Most bytes.</param>
/// <param name="charts">Takes charts; null for a part that cannot show any.</param>
/// <param name="copy">Takes the bytes once more, uncompressed; null for none.</param>
internal sealed class PartOutput(PartProgram program, UniqueIds ids, long maximum, ChartShelf? charts, MemoryStream? copy) : IScriptOutput, IDisposable
{
    private const int BufferSize = 32 * 1024;
    private const int LongestStep = 4 * 1024;

    private static readonly SearchValues<char> Special = SearchValues.Create(
        string.Concat(Enumerable.Range(0, 32).Select(i => (char)i)) + "<>&\u007F\uFFFE\uFFFF"
        + string.Concat(Enumerable.Range(0xD800, 0x800).Select(i => (char)i)));

    private readonly byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private readonly MemoryStream packed = new(16 * 1024);
    private GZipStream? gzip;
    private int filled;
    private long total;
    private Ending ending;
    private int? label;

    /// <summary>Writes literal XML when <paramref name="text"/> is the program's own source, else a value.</summary>
    public void Write(string text, int offset, int count)
    {
        if (!ReferenceEquals(text, program.Source))
            Value(text.AsSpan(offset, count));
        else
        {
            foreach (var step in program.StretchAt(offset))
                Static(step);
        }
    }

    /// <inheritdoc />
    public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Write(text, offset, count);
        return ValueTask.CompletedTask;
    }

    /// <summary>Writes a value where it stands: into a w:t, or into the label of a content control.</summary>
    public void Value(ReadOnlySpan<char> text)
    {
        if (label is { } before)
            label = before + LabelText.Write(text, Plain);
        else
            TextValue(text);
    }

    /// <summary>Draws a chart where it stands: in the run, between two w:t.</summary>
    /// <exception cref="FormatException">It stands in a label, or in a part that shows no charts.</exception>
    public void Chart(ChartModel chart)
    {
        if (charts is null || label is not null)
            throw new FormatException("A chart can stand in the text of the body alone.");
        var prefix = program.WordPrefix;
        Bytes(Encoding.UTF8.GetBytes($"</{prefix}t>{charts.Draw(chart, prefix, ids.Fresh(IdKind.Drawing))}<{prefix}t xml:space=\"preserve\">"));
    }

    /// <summary>
    /// Writes into a w:t: markup escaped, line breaks and tabs as elements, characters that XML forbids dropped.
    /// </summary>
    private void TextValue(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var at = text.IndexOfAny(Special);
            Plain(at < 0 ? text : text[..at]);
            if (at < 0)
                return;
            text = text[at..];
            text = text[Escape(text)..];
        }
    }

    /// <summary>Ends the part.</summary>
    public ZipPart Finish()
    {
        Flush();
        gzip?.Dispose();
        gzip = null;
        return ZipWriting.FromGzip(program.PartName, packed);
    }

    /// <summary>Returns the buffer.</summary>
    public void Dispose()
    {
        gzip?.Dispose();
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private void Static(StaticStep step)
    {
        switch (step.Special)
        {
            case Piece.Unique unique:
                Plain(ids.Next(unique.Kind, unique.Original));
                return;
            case Piece.LabelStart start:
                label = start.Characters;
                return;
            case Piece.LabelEnd:
                var length = label.GetValueOrDefault();
                label = null;
                if (length > LabelTooLongException.Longest)
                    throw new LabelTooLongException(length);
                return;
            case Piece.Guard guard when guard.Wanted == ending || (guard.Wanted == Ending.Block && ending == Ending.Paragraph):
                return;
            default:
                Bytes(step.Bytes);
                if (step.Ending != Ending.Nothing)
                    ending = step.Ending;
                return;
        }
    }

    // How many characters were consumed.
    private int Escape(ReadOnlySpan<char> text)
    {
        switch (text[0])
        {
            case '<':
                Bytes("&lt;"u8);
                return 1;
            case '>':
                Bytes("&gt;"u8);
                return 1;
            case '&':
                Bytes("&amp;"u8);
                return 1;
            case '\t':
                Bytes(program.TabXml);
                return 1;
            case '\n' or '\v' or '\f':
                Bytes(program.BreakXml);
                return 1;
            case '\r':
                Bytes(program.BreakXml);
                return text.Length > 1 && text[1] == '\n' ? 2 : 1;
            default:
                if (text.Length < 2 || !char.IsSurrogatePair(text[0], text[1]))
                    return 1;
                Plain(text[..2]);
                return 2;
        }
    }

    private void Plain(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            // A step never ends inside a surrogate pair: pairs come here alone.
            var part = text[..Math.Min(text.Length, LongestStep)];
            if (filled + part.Length * 3 > BufferSize)
                Flush();
            filled += Encoding.UTF8.GetBytes(part, buffer.AsSpan(filled));
            text = text[part.Length..];
        }
    }

    private void Bytes(ReadOnlySpan<byte> bytes)
    {
        if (filled + bytes.Length > BufferSize)
        {
            Flush();
            if (bytes.Length >= BufferSize)
            {
                Pack(bytes);
                return;
            }
        }
        bytes.CopyTo(buffer.AsSpan(filled));
        filled += bytes.Length;
    }

    private void Flush()
    {
        Pack(buffer.AsSpan(0, filled));
        filled = 0;
    }

    private void Pack(ReadOnlySpan<byte> bytes)
    {
        total += bytes.Length;
        if (total > maximum)
            throw new OutputLimitException(maximum);
        gzip ??= new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true);
        gzip.Write(bytes);
        copy?.Write(bytes);
    }
}
