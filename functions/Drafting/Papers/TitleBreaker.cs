namespace YiyuanSafety.Drafting.Papers;

/// <summary>
/// Breaks a title into lines where a person would (7.3.1): whole in sense, symmetrical, in the shape of a trapezoid or diamond;
/// never inside a name, a number or a word, inside 《》 only where that is too long for a line, and never leaving 的通知 alone.
/// </summary>
public static class TitleBreaker
{
    private const double Never = 1e6;
    private const int MostSearchedLines = 5;

    // Widths are counted in tenths of a character. Digits take 0.5 in the usual fonts and up to 0.64 in those that stand in for them.
    private const int Han = 10;
    private const int Ascii = 6;

    /// <summary>Breaks a title.</summary>
    /// <param name="title">The title on one line.</param>
    /// <param name="names">Names to keep whole, such as the issuer's.</param>
    /// <param name="characters">How many characters fit a line.</param>
    public static IReadOnlyList<string> Break(
        string title, IReadOnlyList<string> names, int characters = Format.TypeFigures.TitleCharacters)
    {
        var measure = Measures(title);
        var width = Han * characters;
        if (measure[^1] <= width)
            return [title];

        var costs = TitleWords.BreakCosts(title, names);
        var fewest = (measure[^1] + width - 1) / width;
        var search = new Search(measure, costs, width);
        for (var lines = fewest; lines <= Math.Min(fewest + 1, MostSearchedLines); lines++)
            search.Try(lines);
        return Cut(title, search.Best ?? Fill(measure, costs, width));
    }

    /// <summary>Width of a title line in characters; ASCII counts as 0.6 of a character.</summary>
    public static double Width(string line) => Measures(line)[^1] / (double)Han;

    // Tenths of a character in front of each position.
    private static int[] Measures(string text)
    {
        var measure = new int[text.Length + 1];
        for (var i = 0; i < text.Length; i++)
            measure[i + 1] = measure[i] + (char.IsAscii(text[i]) ? Ascii : char.IsLowSurrogate(text[i]) ? 0 : Han);
        return measure;
    }

    private static List<string> Cut(string title, IReadOnlyList<int> breaks)
    {
        var lines = new List<string>();
        var start = 0;
        foreach (var end in breaks.Append(title.Length))
        {
            lines.Add(title[start..end].Trim(' '));
            start = end;
        }

        return lines;
    }

    // A title of more lines than anyone should write: fill each line as far as a decent break allows.
    private static List<int> Fill(int[] measure, double[] costs, int width)
    {
        var breaks = new List<int>();
        var start = 0;
        while (measure[^1] - measure[start] > width)
        {
            var best = start + 1;
            for (var i = start + 1; i < costs.Length && measure[i] - measure[start] <= width; i++)
            {
                if (Poor(i) <= Poor(best))
                    best = i;
            }

            breaks.Add(best);
            start = best;
        }

        return breaks;

        double Poor(int at) => costs[at] - ((measure[at] - measure[start]) * 5d / Han);
    }

    private sealed class Search(int[] measure, double[] costs, int width)
    {
        private readonly List<int> _breaks = [];
        private double _bestCost = Never;

        public IReadOnlyList<int>? Best { get; private set; }

        public void Try(int lines) => Place(0, lines, 25 * lines);

        private void Place(int start, int lines, double cost)
        {
            if (cost >= _bestCost)
                return;
            var rest = measure[^1] - measure[start];
            if (lines == 1)
            {
                if (rest <= width)
                    Judge(cost);
                return;
            }

            if (rest > lines * width)
                return;
            for (var i = start + 1; i < measure.Length - 1 && measure[i] - measure[start] <= width; i++)
            {
                if (costs[i] >= Never)
                    continue;
                _breaks.Add(i);
                Place(i, lines - 1, cost + costs[i]);
                _breaks.RemoveAt(_breaks.Count - 1);
            }
        }

        private void Judge(double cost)
        {
            cost += ShapeCost();
            if (cost >= _bestCost)
                return;
            _bestCost = cost;
            Best = [.. _breaks];
        }

        private double ShapeCost()
        {
            Span<double> widths = stackalloc double[_breaks.Count + 1];
            var start = 0;
            for (var i = 0; i < widths.Length; i++)
            {
                var end = i < _breaks.Count ? _breaks[i] : measure.Length - 1;
                widths[i] = (measure[end] - measure[start]) / (double)Han;
                start = end;
            }

            var cost = 0d;
            for (var i = 0; i < widths.Length; i++)
            {
                cost += widths[i] < 4 ? 500 : widths[i] < 5 ? 160 : widths[i] < 6 ? 80 : 0;
                if (i > 0)
                    cost += Math.Abs(widths[i] - widths[i - 1]);

                // Narrow between two wider lines: an hourglass, which 7.3.1 rules out.
                if (i > 0 && i < widths.Length - 1 && widths[i] < widths[i - 1] && widths[i] < widths[i + 1])
                    cost += 200;
            }

            return cost;
        }
    }
}
