using System.Text;

namespace YiyuanSafety.Drafting.Tests.Layout;

/// <summary>A page as a picture: where its ink is, in millimetres from the upper left corner.</summary>
internal sealed class PageInk
{
    public const int Resolution = 200;
    private const double Millimetre = Resolution / 25.4;

    private readonly byte[] _pixels;
    private readonly int _width;

    private PageInk(byte[] pixels, int width, int height) => (_pixels, _width, Height) = (pixels, width, height);

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>Reads a binary PPM picture.</summary>
    public static PageInk Read(string file)
    {
        var bytes = File.ReadAllBytes(file);
        var at = 0;
        string Word()
        {
            var start = at;
            while (bytes[at] > ' ')
                at++;
            return Encoding.ASCII.GetString(bytes, start, at++ - start);
        }

        Assert.Equal("P6", Word());
        var (width, height) = (int.Parse(Word(), null), int.Parse(Word(), null));
        Assert.Equal("255", Word());
        return new PageInk(bytes[at..], width, height);
    }

    /// <summary>The rows that have red ink, as stretches from top to bottom.</summary>
    public IReadOnlyList<(double Top, double Bottom)> Red() => Stretches(y => Any(y, IsRed));

    /// <summary>Red lines at least so long: top and bottom of each.</summary>
    public IReadOnlyList<(double Top, double Bottom, double Length)> RedRules(double least) => Rules(IsRed, least);

    /// <summary>Black lines at least so long.</summary>
    public IReadOnlyList<(double Top, double Bottom, double Length)> BlackRules(double least) => Rules(IsBlack, least);

    /// <summary>The lowest black ink between two heights; null where there is none.</summary>
    public double? LowestBlack(double top, double bottom)
    {
        for (var y = (int)(bottom * Millimetre); y > top * Millimetre; y--)
        {
            if (Any(y, IsBlack))
                return (y + 1) / Millimetre;
        }

        return null;
    }

    private List<(double Top, double Bottom, double Length)> Rules(Func<int, bool> ink, double least) =>
        [.. Stretches(y => Longest(y, ink) >= least * Millimetre).Select(rule => (rule.Top, rule.Bottom, Longest((int)(rule.Top * Millimetre) + 1, ink) / Millimetre))];

    private List<(double Top, double Bottom)> Stretches(Func<int, bool> has)
    {
        var found = new List<(double, double)>();
        var start = -1;
        for (var y = 0; y <= Height; y++)
        {
            var inked = y < Height && has(y);
            if (inked && start < 0)
                start = y;
            if (!inked && start >= 0)
            {
                found.Add((start / Millimetre, y / Millimetre));
                start = -1;
            }
        }

        return found;
    }

    private bool Any(int y, Func<int, bool> ink)
    {
        for (var x = 0; x < _width; x++)
        {
            if (ink(((y * _width) + x) * 3))
                return true;
        }

        return false;
    }

    private int Longest(int y, Func<int, bool> ink)
    {
        var (longest, run) = (0, 0);
        for (var x = 0; x < _width && y < Height; x++)
        {
            run = ink(((y * _width) + x) * 3) ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    private bool IsRed(int at) => _pixels[at] > 150 && _pixels[at + 1] < 130 && _pixels[at + 2] < 130;

    private bool IsBlack(int at) => _pixels[at] < 140 && _pixels[at + 1] < 140 && _pixels[at + 2] < 140;
}
