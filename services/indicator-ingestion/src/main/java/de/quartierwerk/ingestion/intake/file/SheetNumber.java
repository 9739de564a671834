package de.quartierwerk.ingestion.intake.file;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;

/** Numbers of spreadsheets as the cells show them. Pure functions. */
final class SheetNumber {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);
    private static final LocalDate FIRST_DAY_OF_1904 = LocalDate.of(1904, 1, 1);
    private static final int MOST_DIGITS = 100;
    private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(1_000_000);

    private SheetNumber() {}

    /** Whether a number has no more digits than can be written out. */
    static boolean isSensible(BigDecimal stored) {
        return Math.abs((long) stored.scale()) <= MOST_DIGITS;
    }

    /**
     * A number with its exact decimals; percentages by their format, days as 2023-12-31, zeros in front as shown.
     *
     * @param from1904 whether days are counted from 1904 on
     */
    static String text(BigDecimal stored, CellFormat format, boolean from1904) {
        BigDecimal number = shortened(stored);
        if (format.percent()) {
            return number.multiply(HUNDRED).stripTrailingZeros().toPlainString() + "%";
        }
        if (format.date()) {
            return date(number, from1904);
        }
        String text = number.toPlainString();
        boolean padded = number.scale() <= 0 && number.signum() >= 0;
        return padded ? "0".repeat(Math.max(0, format.zeros() - text.length())) + text : text;
    }

    /** Days are counted from the turn of 1899; from March 1900 on all spreadsheet programs agree on that. */
    private static String date(BigDecimal days, boolean from1904) {
        boolean possible = days.signum() > 0 && days.compareTo(MOST_DAYS) < 0;
        LocalDate first = from1904 ? FIRST_DAY_OF_1904 : FIRST_DAY;
        return possible ? first.plusDays(days.longValue()).toString() : days.toPlainString();
    }

    /** Spreadsheets hold binary fractions; 15 digits are what they show and what was meant. */
    private static BigDecimal shortened(BigDecimal stored) {
        BigDecimal number = stored.round(new MathContext(15)).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }
}
