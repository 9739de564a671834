package de.quartierwerk.ingestion.intake.file;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * A cell of an OpenDocument spreadsheet.
 *
 * @param text what stands in it
 * @param number whether that is a number as a machine writes it
 * @param oddity what it is besides
 */
record OdsCell(String text, boolean number, Oddity oddity) {
    static final OdsCell EMPTY = new OdsCell("", false, Oddity.NONE);

    private static final CellFormat GENERAL = new CellFormat(false, false, 0);
    private static final CellFormat PERCENT = new CellFormat(true, false, 0);
    private static final Pattern ERROR = Pattern.compile("#.*[!?]|#N/A|#NV|Err:\\d+");
    private static final Pattern MIDNIGHT = Pattern.compile("T00:00:00(\\.0+)?$");
    private static final Pattern ZEROS_IN_FRONT = Pattern.compile("0\\d{1,63}");

    boolean isEmpty() {
        return text.isEmpty() && oddity == Oddity.NONE;
    }

    /** Reads the cell whose element has just begun, up to its end. */
    static OdsCell read(OdsMarkup in) throws XMLStreamException {
        String type = in.attribute("value-type");
        boolean error = in.extension("value-type").equals("error");
        boolean formula = !in.attribute("formula").isEmpty();
        String value = in.attribute("value");
        String date = in.attribute("date-value");
        String stated = in.attribute("string-value");
        String shown = Texts.strip(paragraphs(in));
        if (error || (formula && ERROR.matcher(shown).matches())) {
            return new OdsCell(shown, false, Oddity.ERROR);
        }
        return switch (type) {
            case "float", "currency" -> number(value, shown, GENERAL);
            case "percentage" -> number(value, shown, PERCENT);
            case "date" -> new OdsCell(MIDNIGHT.matcher(date).replaceFirst(""), true, Oddity.DATE);
            case "time" -> new OdsCell(shown, true, Oddity.DATE);
            case "" ->
                formula && shown.isEmpty()
                        ? new OdsCell("", false, Oddity.WITHOUT_RESULT)
                        : new OdsCell(shown, false, Oddity.NONE);
            default -> new OdsCell(shown.isEmpty() ? Texts.strip(stated) : shown, false, Oddity.NONE);
        };
    }

    /** The number itself, or as it is shown where that has zeros in front. */
    private static OdsCell number(String value, String shown, CellFormat format) {
        try {
            BigDecimal number = new BigDecimal(value);
            if (!SheetNumber.isSensible(number)) {
                return new OdsCell(value, false, Oddity.NONE);
            }
            boolean padded = ZEROS_IN_FRONT.matcher(shown).matches() && new BigDecimal(shown).compareTo(number) == 0;
            return new OdsCell(padded ? shown : SheetNumber.text(number, format, false), true, Oddity.NONE);
        } catch (NumberFormatException none) {
            return new OdsCell(shown.isEmpty() ? value : shown, false, Oddity.NONE);
        }
    }

    /** The texts of the paragraphs, each on a line of its own; notes and drawings on the cell are left out. */
    private static String paragraphs(OdsMarkup in) throws XMLStreamException {
        int outside = in.depth() - 1;
        StringBuilder text = new StringBuilder();
        while (in.nextWithin(outside)) {
            if (in.name().equals("p") || in.name().equals("h")) {
                if (!text.isEmpty()) {
                    text.append('\n');
                }
                paragraph(in, text);
            } else {
                in.skip();
            }
        }
        return text.toString();
    }

    private static void paragraph(OdsMarkup in, StringBuilder text) throws XMLStreamException {
        int outside = in.depth() - 1;
        while (in.hasNext() && in.depth() > outside) {
            int event = in.next();
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(in.text());
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                switch (in.name()) {
                    case "s", "tab" -> text.append(' ');
                    case "line-break" -> text.append('\n');
                    case "annotation", "ruby-text", "note" -> in.skip();
                    default -> {
                        // a span or a link, whose text is read
                    }
                }
            }
        }
    }
}
