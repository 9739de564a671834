package de.quartierwerk.ingestion.intake.file;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a spreadsheet's number format (Zahlenformat) makes of a number. What it only writes beside the number, in
 * quotation marks, after a backslash or in brackets, means nothing.
 *
 * @param percent whether the number is shown a hundredfold with a percent sign
 * @param date whether it is shown as a date or a time
 * @param zeros how many digits it is filled up to with zeros, 0 for none
 */
record CellFormat(boolean percent, boolean date, int zeros) {
    private static final Pattern WRITTEN_BESIDE = Pattern.compile("\"[^\"]*\"?|\\\\.|[_*].|\\[[^\\]]*\\]?");
    private static final Pattern DATE = Pattern.compile("[ydmhs]");
    private static final Pattern PADDED = Pattern.compile("0{2,64}");

    /**
     * @param id number of the format, null where unknown
     * @param format the format as stored, empty where it is built in
     */
    static CellFormat of(@Nullable Integer id, String format) {
        String shown = WRITTEN_BESIDE.matcher(format).replaceAll("");
        String positive = shown.contains(";") ? shown.substring(0, shown.indexOf(';')) : shown;
        boolean general = positive.equalsIgnoreCase("General");
        boolean date = (id != null && isBuiltInDate(id))
                || (!general && DATE.matcher(positive.toLowerCase(Locale.ROOT)).find());
        return new CellFormat(
                positive.contains("%"), date, PADDED.matcher(format).matches() ? format.length() : 0);
    }

    private static boolean isBuiltInDate(int id) {
        return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
    }
}
