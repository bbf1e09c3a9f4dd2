using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace YiyuanSafety.Drafting.Collecting.Grids;

/// <summary>
/// Reads the sheets of an .xlsx in one pass each, without a tree: empty rows and cells, of which people's files may have a million, cost
/// nothing but the time to pass them. Elements are told by their local names, so that the strict variant of the format is read as well.
/// </summary>
internal sealed partial class XlsxReader
{
    private readonly XlsxPackage _package;
    private readonly string _file;
    private readonly WorkbookLimits _limits;
    private readonly List<string> _strings = [];
    private readonly List<string> _formats = [];
    private bool _is1904;
    private int _characters;

    private XlsxReader(XlsxPackage package, string file, WorkbookLimits limits) => (_package, _file, _limits) = (package, file, limits);

    /// <summary>Reads all sheets of a package that has been looked through.</summary>
    public static List<SheetGrid> Read(XlsxPackage package, string main, string file, WorkbookLimits limits) =>
        new XlsxReader(package, file, limits).Read(main);

    private List<SheetGrid> Read(string main)
    {
        var links = _package.Links(main, _limits.PartBytes);
        ReadStrings(PartOf("sharedStrings"));
        ReadFormats(PartOf("styles"));
        var parts = new List<(string Name, bool IsHidden, string Part)>();
        _package.Walk(main, _limits.PartBytes, "工作簿", reader =>
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "sheet" or "workbookPr" })
                return;
            if (reader.LocalName == "workbookPr")
            {
                _is1904 = reader.GetAttribute("date1904") is "1" or "true" or "on";
                return;
            }

            var id = "";
            for (var i = 0; i < reader.AttributeCount; i++)
            {
                reader.MoveToAttribute(i);
                if (reader.LocalName == "id" && reader.NamespaceURI.Length > 0)
                    id = reader.Value;
            }

            reader.MoveToElement();
            if (links.Find(link => link.Id == id && !link.IsExternal) is { Kind: "worksheet" } link)
                parts.Add((reader.GetAttribute("name") ?? "", reader.GetAttribute("state") is "hidden" or "veryHidden", link.Target));
        });
        if (parts.Count > _limits.Sheets)
            throw WorkbookRefusal.TooBig(_file, $"工作表超过 {_limits.Sheets} 张");
        if (parts.Exists(part => !_package.Has(part.Part)) || parts.DistinctBy(part => part.Part).Count() != parts.Count)
            throw WorkbookRefusal.Damaged(_file, "缺少工作表");
        var budget = new ValueBudget(_file, _limits);
        return parts.ConvertAll(part => Sheet(new SheetGrid(part.Name, part.IsHidden, _is1904), part.Part, budget));

        string PartOf(string kind) => links.Find(link => link.Kind == kind && !link.IsExternal)?.Target ?? "";
    }

    private SheetGrid Sheet(SheetGrid sheet, string part, ValueBudget budget)
    {
        var merges = new List<MergedCells>();
        var cell = new CellDraft(this);
        var (row, column) = (0, 0);
        _package.Walk(part, _limits.SheetBytes, $"工作表“{sheet.Name}”（空行太多时，请删除表格下方的空行）", reader =>
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                switch (reader.LocalName)
                {
                    case "row":
                        row = reader.GetAttribute("r") is { } number ? Number(number) : row + 1;
                        column = 0;
                        break;
                    case "c":
                        (row, column) = reader.GetAttribute("r") is { } at ? Place(at) : (row, column + 1);
                        cell.Begin(reader.GetAttribute("t") ?? "n", reader.GetAttribute("s"));
                        break;
                    case "mergeCell" when Region(reader.GetAttribute("ref") ?? "") is { } merge:
                        merges.Add(merge);
                        if (merges.Count > _limits.Merged)
                            throw WorkbookRefusal.TooBig(_file, $"工作表“{sheet.Name}”合并的单元格太多");
                        break;
                    default:
                        cell.Open(reader.LocalName);
                        break;
                }
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                cell.Add(reader.Value);
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                if (reader.LocalName != "c")
                    cell.Close(reader.LocalName);
                else if (cell.End() is { } value)
                    budget.Add(sheet, row, column, value);
            }
        });
        budget.Join(sheet, merges);
        return sheet;
    }

    private void ReadStrings(string part)
    {
        var text = new StringBuilder();
        var (isText, phonetic) = (false, 0);
        _package.Walk(part, _limits.PartBytes, "文字表", reader =>
        {
            var isEnd = reader.NodeType == XmlNodeType.EndElement || (reader.NodeType == XmlNodeType.Element && reader.IsEmptyElement);
            if (reader.NodeType == XmlNodeType.Element)
            {
                isText = reader.LocalName == "t" && phonetic == 0;
                if (reader.LocalName == "rPh" && !reader.IsEmptyElement)
                    phonetic++;
                if (reader.LocalName == "si")
                    text.Clear();
            }
            else if (isText && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                text.Append(reader.Value);
            }

            if (!isEnd)
                return;
            isText = false;
            if (reader is { LocalName: "rPh", NodeType: XmlNodeType.EndElement })
                phonetic--;
            if (reader.LocalName != "si")
                return;
            _strings.Add(Taken(text.ToString()));
            if (_strings.Count > _limits.Cells)
                throw WorkbookRefusal.TooBig(_file, $"不同的文字超过 {_limits.Cells} 条");
        });
    }

    private void ReadFormats(string part)
    {
        var codes = new Dictionary<int, string>();
        var isCell = false;
        _package.Walk(part, _limits.PartBytes, "样式表", reader =>
        {
            if (reader.LocalName == "cellXfs")
                isCell = reader.NodeType == XmlNodeType.Element;
            if (reader.NodeType != XmlNodeType.Element)
                return;
            if (reader.LocalName == "numFmt" && int.TryParse(reader.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                codes[id] = reader.GetAttribute("formatCode") ?? "";
            else if (isCell && reader.LocalName == "xf")
                _formats.Add(int.TryParse(reader.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var used) ? codes.GetValueOrDefault(used) ?? NumberLook.BuiltIn(used) : "");
        });
    }

    private string Taken(string text)
    {
        if ((_characters += text.Length) > _limits.Characters)
            throw WorkbookRefusal.TooBig(_file, $"文字超过 {_limits.Characters} 个字符");
        return text.Contains("_x", StringComparison.Ordinal)
            ? Escaped().Replace(text, match => ((char)int.Parse(match.ValueSpan[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString())
            : text;
    }

    private int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 1_048_576
            ? number : throw WorkbookRefusal.Damaged(_file, "行号不对");

    private (int Row, int Column) Place(string reference) => TryPlace(reference, out var place) ? place : throw WorkbookRefusal.Damaged(_file, "单元格的位置不对");

    private static MergedCells? Region(string reference) =>
        reference.Split(':') is [var first, var last] && TryPlace(first, out var from) && TryPlace(last, out var to)
            ? new MergedCells(from.Row, from.Column, to.Row, to.Column) : null;

    private static bool TryPlace(string reference, out (int Row, int Column) place)
    {
        var (column, at) = (0, 0);
        for (; at < reference.Length && at < 4 && char.IsAsciiLetter(reference[at]); at++)
            column = column * 26 + (reference[at] & 0x1f);
        var isPlace = column is >= 1 and <= 16_384
            & int.TryParse(reference.AsSpan(at), NumberStyles.None, CultureInfo.InvariantCulture, out var row) & row is >= 1 and <= 1_048_576;
        place = (row, column);
        return isPlace;
    }

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escaped();

    /// <summary>The cell being read.</summary>
    private sealed class CellDraft(XlsxReader owner)
    {
        private readonly StringBuilder _value = new();
        private readonly StringBuilder _formula = new();
        private StringBuilder? _into;
        private string _type = "";
        private string? _style;
        private bool _isOpen;
        private bool _hasFormula;
        private int _phonetic;

        public void Begin(string type, string? style)
        {
            (_type, _style, _isOpen, _hasFormula, _into, _phonetic) = (type, style, true, false, null, 0);
            _value.Clear();
            _formula.Clear();
        }

        public void Open(string element)
        {
            if (!_isOpen)
                return;
            _phonetic += element == "rPh" ? 1 : 0;
            _hasFormula |= element == "f";
            _into = element == "f" ? _formula : element is "v" or "t" && _phonetic == 0 ? _value : null;
        }

        public void Close(string element)
        {
            if (element == "rPh" && _isOpen)
                _phonetic--;
            _into = null;
        }

        public void Add(string text)
        {
            if (_isOpen)
                _into?.Append(text);
        }

        public GridCell? End()
        {
            _isOpen = false;
            if (_hasFormula)
                XlsxGuard.CheckFormula(_formula.ToString(), owner._file);
            var value = _value.ToString();
            if (value.Length == 0)
                return _hasFormula && _type != "str" ? new GridCell(GridKind.NoResult, "=" + _formula) : null;
            return _type switch
            {
                "s" => int.TryParse(value, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var index) && index < owner._strings.Count
                    ? new GridCell(GridKind.Text, owner._strings[index])
                    : throw WorkbookRefusal.Damaged(owner._file, "缺少文字"),
                "str" or "inlineStr" or "d" => new GridCell(GridKind.Text, owner.Taken(value)),
                "b" => new GridCell(GridKind.Text, value is "1" or "true" ? "TRUE" : "FALSE"),
                "e" => new GridCell(GridKind.Error, value),
                _ => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                    ? NumberLook.Cell(number, Format(), owner._is1904)
                    : throw WorkbookRefusal.Damaged(owner._file, "数值不对"),
            };
        }

        private string Format() =>
            int.TryParse(_style, NumberStyles.None, CultureInfo.InvariantCulture, out var style) && style < owner._formats.Count ? owner._formats[style] : "";
    }
}
