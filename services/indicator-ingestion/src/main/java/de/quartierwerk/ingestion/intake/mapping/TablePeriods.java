package de.quartierwerk.ingestion.intake.mapping;

import de.quartierwerk.events.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads periods in the forms that tables use beside the written one. */
public final class TablePeriods {
    /** A longer text is no period. */
    private static final int LONGEST = 60;

    private static final int FIRST_YEAR_OF_LAST_CENTURY = 70;
    private static final Pattern BLANKS = Pattern.compile("(?U)\\s+");
    private static final Pattern LEAD_IN = Pattern.compile(
            "(?:(?:stand|stichtag|berichtsjahr|jahr|am|zum|per|vom|year|as of|as at)(?: am| zum)?:? )+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SIX_DIGITS = Pattern.compile("((?:19|20)\\d{2})(\\d{2})");

    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("jän", 1),
            Map.entry("feb", 2),
            Map.entry("mär", 3),
            Map.entry("mae", 3),
            Map.entry("mrz", 3),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("mai", 5),
            Map.entry("may", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("okt", 10),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dez", 12),
            Map.entry("dec", 12));
    private static final String MONTH =
            "(jan(?:uar|uary|ner)?|jän(?:ner)?|feb(?:r|ruar|ruary)?|mär(?:z)?|maerz|mrz|mar(?:ch)?|apr(?:il)?|mai|may"
                    + "|jun[ie]?|jul[iy]?|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?"
                    + "|dez(?:ember)?|dec(?:ember)?)\\.?";
    private static final String YEAR = "((?:18|19|20|21)\\d{2})";
    private static final String SHORT_YEAR = "(\\d{4}|'?\\d{2})";
    private static final String QUARTER_WORD = "\\.? ?(?:quartal|quarter|vierteljahr|vj\\.?|qu\\.?)";
    private static final String HALF_WORD = "\\.? ?(?:halbjahr|hj\\.?|half-year|half year|semester)";
    private static final String WEEK_WORD = "(?:kw|kalenderwoche|woche|week|w) ?";

    private static final List<Form> FORMS = List.of(
            form(
                    "(\\d{4})-(\\d{2})-(\\d{2})[T ]00:00(?::00(?:\\.0+)?)?Z?",
                    m -> day(m.group(1), m.group(2), m.group(3))),
            form("(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{4})", m -> day(m.group(3), m.group(2), m.group(1))),
            form("(\\d{2})\\.(\\d{2})\\.(\\d{2})", m -> day(year(m.group(3)), m.group(2), m.group(1))),
            form("((?:19|20)\\d{2})(\\d{2})(\\d{2})", m -> day(m.group(1), m.group(2), m.group(3))),
            form(
                    "(\\d{1,2})\\.? " + MONTH + " " + SHORT_YEAR,
                    m -> day(year(m.group(3)), month(m.group(2)), m.group(1))),
            form(MONTH + " (\\d{1,2}), (\\d{4})", m -> day(m.group(3), month(m.group(1)), m.group(2))),
            form(MONTH + "[ -]?" + SHORT_YEAR, m -> year(m.group(2)) + "-" + month(m.group(1))),
            form(YEAR + "[ /-]?" + MONTH, m -> m.group(1) + "-" + month(m.group(2))),
            form("(\\d{4})/\\d{2}(\\d{2})", m -> m.group(1) + "/" + m.group(2)),
            form(
                    "(?:schuljahr|sj|kita-?jahr|kindergartenjahr|school year) (\\d{4})/(?:\\d{2})?(\\d{2})",
                    m -> m.group(1) + "/" + m.group(2)),
            form("(?:Q|qu\\.? ?)([1-4])[ /-]?" + YEAR, m -> m.group(2) + "-Q" + m.group(1)),
            form(YEAR + "[ /-]?Q([1-4])", m -> m.group(1) + "-Q" + m.group(2)),
            form("([1-4])" + QUARTER_WORD + "[ /]" + YEAR, m -> m.group(2) + "-Q" + m.group(1)),
            form(YEAR + "[ /,]{1,2}([1-4])" + QUARTER_WORD, m -> m.group(1) + "-Q" + m.group(2)),
            form("(IV|I{1,3})(?:" + QUARTER_WORD + ")?[ /]" + YEAR, m -> m.group(2) + "-Q" + roman(m.group(1))),
            form("([12])" + HALF_WORD + "[ /]" + YEAR, m -> m.group(2) + "-S" + m.group(1)),
            form(YEAR + "[ /,]{1,2}([12])" + HALF_WORD, m -> m.group(1) + "-S" + m.group(2)),
            form("[SH]([12])[ /-]?" + YEAR, m -> m.group(2) + "-S" + m.group(1)),
            form(YEAR + "[ /-]?[SH]([12])", m -> m.group(1) + "-S" + m.group(2)),
            form(YEAR + "[ /-]?" + WEEK_WORD + "(\\d{1,2})", m -> m.group(1) + "-W" + two(m.group(2))),
            form(WEEK_WORD + "(\\d{1,2})[ /-]{1,3}" + YEAR, m -> m.group(2) + "-W" + two(m.group(1))),
            form("(\\d{1,2})\\. ?" + WEEK_WORD + "[ /]?" + YEAR, m -> m.group(2) + "-W" + two(m.group(1))),
            form(YEAR + "-?M(0?[1-9]|1[0-2])", m -> m.group(1) + "-" + two(m.group(2))),
            form("mid-" + YEAR, m -> m.group(1) + "-06-30"),
            form(YEAR + "JJ00", m -> m.group(1)),
            form(YEAR + "MM(0[1-9]|1[0-2])", m -> m.group(1) + "-" + m.group(2)),
            form("(0[1-9]|1[0-2])[/.](\\d{4})", m -> m.group(2) + "-" + m.group(1)),
            form(YEAR + "(?:\\.0+|-?A1?)", m -> m.group(1)));

    private TablePeriods() {}

    /** A form that tables use, and how its written form is made; null where there is none. */
    private record Form(Pattern pattern, Function<Matcher, String> written) {}

    private static Form form(String pattern, Function<Matcher, String> written) {
        return new Form(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), written);
    }

    /**
     * Reads a period as written or as tables have it: {@code 31.12.2023}, {@code 31.12.23} or {@code Stand: 31.12.2023}
     * for a day, {@code Dezember 2023}, {@code Dez 23}, {@code 06/2023} or {@code 2015M12} for a month, {@code 1.
     * Quartal 2023} or {@code 2014Q4} for a quarter, {@code 2023W05} or {@code KW 5/2023} for a week, {@code 2022/2023}
     * for a school year. Six digits are none.
     */
    public static Optional<Period> parse(String text) {
        if (text.length() > LONGEST || text.chars().noneMatch(TablePeriods::isDigit)) {
            return Optional.empty();
        }
        String tidy = BLANKS.matcher(text.strip()).replaceAll(" ");
        Optional<Period> asWritten = Period.parse(tidy);
        return asWritten.isPresent() ? asWritten : inForms(tidy);
    }

    /** The same where six digits have the meaning that is stated. */
    public static Optional<Period> parse(String text, @Nullable PeriodFormat format) {
        Matcher digits = SIX_DIGITS.matcher(text.strip());
        if (format != null && digits.matches()) {
            String sign = format == PeriodFormat.YEAR_MONTH ? "-" : "/";
            return Period.parse(digits.group(1) + sign + digits.group(2));
        }
        return parse(text);
    }

    /** Whether a text is six digits that could be a month or a school year. */
    public static boolean isSixDigits(String text) {
        return SIX_DIGITS.matcher(text.strip()).matches();
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static Optional<Period> inForms(String tidy) {
        Matcher lead = LEAD_IN.matcher(tidy);
        String rest = lead.lookingAt() ? tidy.substring(lead.end()) : tidy;
        if (lead.lookingAt() && Period.parse(rest).isPresent()) {
            return Period.parse(rest);
        }
        for (Form form : FORMS) {
            Matcher found = form.pattern.matcher(rest);
            if (found.matches()) {
                return Period.parse(form.written.apply(found));
            }
        }
        return Optional.empty();
    }

    private static String day(String year, String month, String day) {
        return year + "-" + two(month) + "-" + two(day);
    }

    private static String two(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    private static String year(String text) {
        String digits = text.startsWith("'") ? text.substring(1) : text;
        if (digits.length() != 2) {
            return digits;
        }
        return (Integer.parseInt(digits) >= FIRST_YEAR_OF_LAST_CENTURY ? "19" : "20") + digits;
    }

    private static String month(String name) {
        Integer month = MONTHS.get(name.substring(0, 3).toLowerCase(Locale.ROOT));
        return month == null ? "00" : two(Integer.toString(month));
    }

    private static String roman(String number) {
        return number.equalsIgnoreCase("IV") ? "4" : Integer.toString(number.length());
    }
}
