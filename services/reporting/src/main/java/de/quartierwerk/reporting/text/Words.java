package de.quartierwerk.reporting.text;

import de.quartierwerk.events.Period;
import de.quartierwerk.reporting.code.Codes;
import de.quartierwerk.reporting.indicator.IndicatorKind;
import de.quartierwerk.reporting.indicator.ValueStatus;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * The words of the pages in one language, from the bundle {@code pages/words_<language>.properties}. Templates write
 * {@code {w.of('code')}}; an unknown code is an error, so that a page never shows a code.
 */
public final class Words {
    private static final String BUNDLE = "pages/words";

    private final Language language;
    private final ZoneId zone;
    private final ResourceBundle bundle;

    private Words(Language language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE,
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * The words of a language.
     *
     * @param zone time zone in which instants become days
     */
    public static Words in(Language language, ZoneId zone) {
        return new Words(language, zone);
    }

    /** The language. */
    public Language language() {
        return language;
    }

    /**
     * Text of a code.
     *
     * @param arguments for the places {@code {0}} … of the text, in {@link MessageFormat}
     * @throws MissingResourceException where the bundle lacks the code
     */
    public String of(String code, Object... arguments) {
        return new MessageFormat(bundle.getString(code), language.regional()).format(arguments);
    }

    /**
     * A text with a singular and a plural: {@code code.one} for 1, else {@code code.many}; the count is {@code {0}}.
     */
    public String count(String code, int count) {
        return of(code + (count == 1 ? ".one" : ".many"), count);
    }

    /**
     * A text with a singular and a plural whose number stands elsewhere or first.
     *
     * @param argument the only place of the text, or the second where the count is the first
     */
    public String count(String code, int count, String argument) {
        String text = code + (count == 1 ? ".one" : ".many");
        return bundle.getString(text).contains("{1}") ? of(text, count, argument) : of(text, argument);
    }

    /** Attribute that marks words of the data, which are German, on a page in another language. */
    public String foreign() {
        return language == Language.DE ? "" : " lang=\"de\"";
    }

    /** Words of the data as HTML: escaped, and marked as German on a page in another language. */
    public String foreignHtml(String text) {
        String escaped = html(text);
        return language == Language.DE || text.isEmpty() ? escaped : "<span lang=\"de\">" + escaped + "</span>";
    }

    /** A text as HTML. */
    public static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A public value: its number, or the mark that stands for it with its meaning. */
    public Shown shown(@Nullable BigDecimal value, ValueStatus status, @Nullable IndicatorKind kind, String unit) {
        Mark mark = Mark.of(value, status, kind);
        String text = numbers().value(value, status, kind, unit);
        String spoken = mark == null ? null : of("mark.spoken." + Codes.of(mark));
        return new Shown(text, Mark.showsNumber(mark) && value != null ? value.toPlainString() : null, spoken);
    }

    /** Text of a code from outside, or the code itself where there is no word for it. */
    public String orCode(String prefix, String code) {
        return bundle.containsKey(prefix + code) ? of(prefix + code) : code;
    }

    /** A day in long form, e.g. {@code 31. Dezember 2023}. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.regional())
                .format(day);
    }

    /** The day of an instant. */
    public String day(Instant instant) {
        return day(instant.atZone(zone).toLocalDate());
    }

    /** A period in words; one that cannot be read stays as it is. */
    public String period(String period) {
        return Period.parse(period).map(read -> PeriodWords.of(read, language)).orElse(period);
    }

    /** Numbers and disclosure marks in this language. */
    public Numbers numbers() {
        return new Numbers(language.regional());
    }
}
