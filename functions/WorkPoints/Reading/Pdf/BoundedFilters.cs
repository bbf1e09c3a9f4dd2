using System.Buffers;
using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace YiyuanSafety.WorkPoints.Reading.Pdf;

/// <summary>How much a PDF's streams may unpack to: each, all together, and how many times.</summary>
internal sealed class DecodingBudget(string file, long partBytes)
{
    // A stream may be used on many pages and unpacked for each, so the total is bounded as well as the single one.
    private const int WholeInParts = 4;
    private const int MostStreams = 200_000;

    private long _bytesLeft = partBytes * WholeInParts;
    private int _streamsLeft = MostStreams;
    private bool _exceeded;

    public long PartBytes => partBytes;

    /// <summary>Counts one more stream of so many bytes.</summary>
    public void Take(long bytes)
    {
        _bytesLeft -= bytes;
        _streamsLeft--;
        _exceeded |= _bytesLeft < 0 || _streamsLeft < 0;
        Check(bytes);
    }

    /// <summary>Refuses a stream of too many bytes without counting it.</summary>
    public void Check(long bytes)
    {
        _exceeded |= bytes > partBytes;
        ThrowIfExceeded();
    }

    public void ThrowIfExceeded()
    {
        if (_exceeded)
            throw Unreadable.PartTooBig(file, "页面内容", partBytes);
    }
}

/// <summary>PdfPig's filters, each of which unpacks within the budget.</summary>
internal sealed class BoundedFilters(DecodingBudget budget) : IFilterProvider
{
    private readonly IFilterProvider _inner = DefaultFilterProvider.Instance;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary)
    {
        budget.Take(0);
        return Bound(_inner.GetFilters(dictionary));
    }

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bound(_inner.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bound(_inner.GetAllFilters());

    private IReadOnlyList<IFilter> Bound(IReadOnlyList<IFilter> filters) =>
        filters.Count == 0 ? filters : [.. filters.Select(filter => new BoundedFilter(filter, budget))];

    private sealed class BoundedFilter(IFilter inner, DecodingBudget budget) : IFilter
    {
        // RFC 1951 can't code more than 258 bytes in two bits.
        private const long MostDeflated = 1032;

        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            // Deflate packs a thousandfold, so there the size must be known before PdfPig unpacks in one go.
            if (inner is FlateFilter && input.Length * MostDeflated > budget.PartBytes)
                budget.Check(Unpacked(input));
            var decoded = inner.Decode(input, streamDictionary, filterProvider, filterIndex);
            budget.Take(decoded.Length);
            return decoded;
        }

        private long Unpacked(Memory<byte> input)
        {
            var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
            try
            {
                using var stream = new ZLibStream(new MemoryStream(input.ToArray(), writable: false), CompressionMode.Decompress);
                long total = 0;
                int read;
                while (total <= budget.PartBytes && (read = stream.Read(buffer)) > 0)
                    total += read;
                return total;
            }
            catch (InvalidDataException)
            {
                // Damaged data ends the unpacking in PdfPig just as here, so it can't grow beyond what was counted.
                return input.Length;
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }
}
