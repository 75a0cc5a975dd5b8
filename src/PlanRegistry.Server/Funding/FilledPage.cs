using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PlanRegistry.Server.Funding;

/// <summary>
/// With new columns a sheet is printed no wider than a page, unless the office fits it to pages already. Its elements come one after the
/// other, in the order of the standard.
/// </summary>
/// <param name="isWider">Whether there are new columns.</param>
internal sealed class FilledPage(bool isWider)
{
    private static readonly HashSet<Type> BehindSetup =
    [
        typeof(HeaderFooter), typeof(RowBreaks), typeof(ColumnBreaks), typeof(CustomProperties), typeof(CellWatches), typeof(IgnoredErrors),
        typeof(Drawing), typeof(LegacyDrawing), typeof(LegacyDrawingHeaderFooter), typeof(DrawingHeaderFooter), typeof(Picture),
        typeof(OleObjects), typeof(Controls), typeof(WebPublishItems), typeof(TableParts), typeof(WorksheetExtensionList),
    ];

    private bool isFitted = !isWider;
    private bool isFirst = true;
    private bool hasSetup = !isWider;

    /// <summary>What stands before an element of this type, or at the end, and is not there yet.</summary>
    public List<OpenXmlElement> Before(Type? next)
    {
        var isProperties = next == typeof(SheetProperties);
        List<OpenXmlElement> missing = isFirst && !isFitted && !isProperties ? [Fit(new SheetProperties())] : [];
        isFirst = false;
        if (!hasSetup && (next is null || BehindSetup.Contains(next)))
        {
            missing.Add(Wide(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape }));
        }
        return missing;
    }

    /// <summary>The element, fitted to the page's width where it says how the sheet is printed.</summary>
    public OpenXmlElement Fitted(OpenXmlElement element)
    {
        switch (element)
        {
            case SheetProperties { PageSetupProperties.FitToPage.Value: true }:
                (isFitted, hasSetup) = (true, true);
                break;
            case SheetProperties properties when !isFitted:
                return Fit(properties);
            case PageSetup setup when !hasSetup:
                return Wide(setup);
        }
        return element;
    }

    private SheetProperties Fit(SheetProperties properties)
    {
        (properties.PageSetupProperties ??= new PageSetupProperties()).FitToPage = true;
        isFitted = true;
        return properties;
    }

    private PageSetup Wide(PageSetup setup)
    {
        (setup.FitToWidth, setup.FitToHeight, setup.Scale) = (1, 0, null);
        hasSetup = true;
        return setup;
    }
}
