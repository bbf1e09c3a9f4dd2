using System.Xml.Linq;
using YiyuanSafety.Drafting.Format.Model;

namespace YiyuanSafety.Drafting.Format.Fixes;

/// <summary>Carries out repairs on a document's XML.</summary>
internal sealed class Editor
{
    private readonly WordDocument _document;
    private readonly Tracker _tracker;
    private readonly Dictionary<bool, string> _footers = [];

    public Editor(WordDocument document, TrackedBy? tracked)
    {
        _document = document;
        _tracker = new Tracker(tracked, tracked is null ? 0 : Tracker.HighestId(document.File.Read.Select(part => part.Value.Root).OfType<XElement>()));
    }

    /// <summary>Carries out one change.</summary>
    public void Apply(Edit edit)
    {
        switch (edit)
        {
            case PropertyEdit property:
                Set(property);
                break;
            case OrderEdit order:
                SchemaOrder.Sort(order.Bag);
                break;
            case SettingEdit setting:
                Set(setting);
                break;
            case FooterEdit footer:
                Add(footer);
                break;
            case BorderEdit border:
                Draw(Property(Bag(border.Paragraph, "pPr"), "pBdr"), "bottom", TypeFigures.ThickRule, border.Space, TypeFigures.Red);
                break;
            case TableBorderEdit table:
                foreach (var side in (string[])["top", "left", "bottom", "right", "insideH", "insideV"])
                    Draw(Property(Bag(table.Table, "tblPr"), "tblBorders"), side, 4, 0, "auto");
                break;
            case RuleWeightEdit weight:
                Property(Bag(weight.Table, "tblPr"), "tblBorders").Child(weight.Side)?.SetAttributeValue(W.Main + "sz", W.Write(weight.Size));
                break;
            case SplitEdit split:
                Split(split);
                break;
            case TabEdit tab:
                Move(tab);
                break;
            case WidthEdit width:
                Scale(width);
                break;
            default:
                throw new InvalidOperationException($"Nobody carries out {edit.GetType().Name}.");
        }
    }

    private void Set(PropertyEdit edit)
    {
        var bag = edit.Bag.Length == 0 ? Tracked(edit.Owner) : Bag(edit.Owner, edit.Bag);
        if (edit.IsRemoved)
        {
            bag.Child(edit.Property)?.Remove();
            return;
        }

        var property = Property(bag, edit.Property);
        foreach (var (name, value) in edit.Values)
            property.SetAttributeValue(W.Main + name, value);
        if (edit.Property == "titlePg")
            Share(edit.Owner, "first");
    }

    private void Set(SettingEdit edit)
    {
        if (_document.Settings is not { } settings)
        {
            if (!edit.IsOn)
                return;
            settings = new XElement(W.Main + "settings", new XAttribute(XNamespace.Xmlns + "w", W.Main.NamespaceName));
            _document.File.Add("settings", settings);
            settings = _document.Settings ?? settings;
        }

        settings.Child(edit.Name)?.Remove();
        if (edit.IsOn)
            SchemaOrder.Insert(settings, new XElement(W.Main + edit.Name));
        if (edit is { Name: "evenAndOddHeaders", IsOn: true })
        {
            foreach (var section in _document.Sections)
                Share(section.Element, "even");
        }
    }

    // A page that gets a header of its own would lose the one it had.
    private static void Share(XElement section, string type)
    {
        var headers = section.Elements(W.Main + "headerReference").ToList();
        if (headers.Find(header => header.Text("type") is null or "default") is { } usual && !headers.Exists(header => header.Text("type") == type))
        {
            var copy = new XElement(usual);
            copy.SetAttributeValue(W.Main + "type", type);
            usual.AddAfterSelf(copy);
        }
    }

    private void Add(FooterEdit edit)
    {
        if (!_footers.TryGetValue(edit.IsEven, out var id))
            _footers[edit.IsEven] = id = _document.File.Add("footer", PageNumberFooter.Make(edit.IsEven));
        var type = edit.IsEven ? "even" : "default";
        edit.Section.Elements(W.Main + "footerReference").Where(reference => reference.Text("type") == type).Remove();
        SchemaOrder.Insert(edit.Section, new XElement(W.Main + "footerReference", new XAttribute(W.Main + "type", type), new XAttribute(W.Links + "id", id)));
    }

    private static void Split(SplitEdit edit)
    {
        // Two findings may ask for the same cut.
        if (edit.Run.Child("t") is not { } text || edit.At >= text.Value.Length)
            return;
        var rest = new XElement(edit.Run);
        if (rest.Child("t") is not { } tail)
            return;
        (text.Value, tail.Value) = (text.Value[..edit.At], text.Value[edit.At..]);
        text.SetAttributeValue(XNamespace.Xml + "space", "preserve");
        tail.SetAttributeValue(XNamespace.Xml + "space", "preserve");
        edit.Run.AddAfterSelf(rest);
    }

    private void Move(TabEdit edit)
    {
        var tabs = Property(Bag(edit.Paragraph, "pPr"), "tabs");
        tabs.Elements().Where(tab => tab.Number("pos") == edit.From).Remove();
        tabs.Add(Tab("clear", edit.From), Tab("right", edit.To));

        static XElement Tab(string kind, int at) => new(W.Main + "tab", new XAttribute(W.Value, kind), new XAttribute(W.Main + "pos", W.Write(at)));
    }

    private void Scale(WidthEdit edit)
    {
        var columns = edit.Table.Child("tblGrid")?.Elements(W.Main + "gridCol").ToList() ?? [];
        var old = columns.Sum(column => column.Number("w") ?? 0);
        if (old <= 0)
            return;
        var factor = (double)edit.Width / old;
        foreach (var column in columns)
            column.SetAttributeValue(W.Main + "w", W.Write((int)((column.Number("w") ?? 0) * factor)));
        var rest = edit.Width - columns.Sum(column => column.Number("w") ?? 0);
        columns[^1].SetAttributeValue(W.Main + "w", W.Write((columns[^1].Number("w") ?? 0) + rest));
        var width = Property(Bag(edit.Table, "tblPr"), "tblW");
        width.SetAttributeValue(W.Main + "w", W.Write(edit.Width));
        width.SetAttributeValue(W.Main + "type", "dxa");
        foreach (var row in edit.Table.Descendants(W.Tr).Where(row => row.Ancestors(W.Tbl).First() == edit.Table))
            ScaleRow([.. row.Descendants(W.Tc).Where(cell => cell.Ancestors(W.Tbl).First() == edit.Table && cell.Child("tcPr").Child("tcW") is { } own && own.Text("type") is null or "dxa")], old, edit.Width);
    }

    // Cells may say other widths than the grid does; a row that fills the grid is made to fill it again.
    private void ScaleRow(List<XElement> cells, int old, int width)
    {
        var sum = cells.Sum(cell => cell.Child("tcPr").Child("tcW").Number("w") ?? 0);
        var factor = (double)width / Math.Max(Math.Max(old, sum), 1);
        foreach (var cell in cells)
            Property(Bag(cell, "tcPr"), "tcW").SetAttributeValue(W.Main + "w", W.Write((int)Math.Round((cell.Child("tcPr").Child("tcW").Number("w") ?? 0) * factor)));
    }

    private static void Draw(XElement borders, string side, int size, int space, string colour)
    {
        borders.Child(side)?.Remove();
        var edge = new XElement(
            W.Main + side,
            new XAttribute(W.Value, "single"),
            new XAttribute(W.Main + "sz", W.Write(size)),
            new XAttribute(W.Main + "space", W.Write(space)),
            new XAttribute(W.Main + "color", colour));

        // Between and bar come after the four sides.
        if (borders.Elements().FirstOrDefault(other => side == "bottom" && other.Name.LocalName is "right" or "end" or "between" or "bar" or "insideH" or "insideV") is { } next)
            next.AddBeforeSelf(edge);
        else
            borders.Add(edge);
    }

    private XElement Bag(XElement owner, string name)
    {
        if (owner.Child(name) is not { } bag)
        {
            bag = new XElement(W.Main + name);
            if (name == "trPr" && owner.Child("tblPrEx") is { } exceptions)
                exceptions.AddAfterSelf(bag);
            else
                owner.AddFirst(bag);
        }

        return Tracked(bag);
    }

    private XElement Tracked(XElement bag)
    {
        _tracker.Before(bag);
        return bag;
    }

    private static XElement Property(XElement bag, string name)
    {
        if (bag.Child(name) is { } found)
            return found;
        var property = new XElement(W.Main + name);
        SchemaOrder.Insert(bag, property);
        return property;
    }
}
