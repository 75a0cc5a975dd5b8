using System.Xml;

namespace PlanRegistry.Server.Workbooks;

/// <summary>How the words of a text are struck: as the font of its cell, or by their own.</summary>
[Flags]
internal enum Strokes : byte { None = 0, AsCell = 1, Struck = 2, Plain = 4 }

/// <summary>Looks at a text (si, or is) whose parts may each have a font of their own.</summary>
internal static class TextStrokes
{
    /// <summary>
    /// From its beginning on, up to its end. A text that has far more characters, or parts, than a cell can hold is refused.
    /// </summary>
    public static Strokes Of(string name, XmlReader reader)
    {
        var (all, run, isSound, length, depth) = (Strokes.None, Strokes.AsCell, false, 0, reader.Depth);
        while (!(reader.IsEmptyElement && reader.Depth == depth) && reader.Read() && reader.Depth > depth)
        {
            switch (reader.NodeType, reader.LocalName)
            {
                case (XmlNodeType.Element, "r"):
                    (run, length) = (Strokes.AsCell, length + 1);
                    break;
                case (XmlNodeType.Element, "rPr"):
                    run = Strokes.Plain;
                    break;
                case (XmlNodeType.Element, "strike"):
                    run = OpenXmlLook.IsTrue(reader.GetAttribute("val") ?? "1") ? Strokes.Struck : Strokes.Plain;
                    break;
                // How it is pronounced (rPh) is no part of what is written.
                case (XmlNodeType.Element or XmlNodeType.EndElement, "rPh"):
                    isSound = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
                    break;
                case (XmlNodeType.Text or XmlNodeType.CDATA, _) when !isSound:
                    all |= string.IsNullOrWhiteSpace(reader.Value) ? Strokes.None : run;
                    length += reader.Value.Length;
                    break;
            }
            if (length > 2 * WorkbookLimits.CellLength)
            {
                throw WorkbookFile.CellBeyond(name);
            }
        }
        return all;
    }
}
