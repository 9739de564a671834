package de.quartierwerk.reporting.text;

import de.quartierwerk.events.Period;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The words of the pages in one language, from the bundle {@code pages/words_<language>.properties}. Templates write
 * {@code {w.of('code')}}; an unknown code is an error, so that a page never shows a code.
 */
public final class Words {
    private static final String BUNDLE = "pages/words";
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final Locale locale;
    private final ResourceBundle bundle;

    private Words(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The words in German, or in English for {@code en}. */
    public static Words in(String language) {
        return new Words("en".equals(language) ? Locale.ENGLISH : Locale.GERMAN);
    }

    static boolean isGerman(Locale locale) {
        return locale.getLanguage().equals("de");
    }

    /** English dates and numbers as they are written in Europe. */
    static Locale regional(Locale locale) {
        return isGerman(locale) ? Locale.GERMANY : Locale.UK;
    }

    public Locale locale() {
        return locale;
    }

    public String language() {
        return locale.getLanguage();
    }

    /**
     * Text of a code.
     *
     * @param arguments for the places {@code {0}} … of the text, in {@link MessageFormat}
     * @throws MissingResourceException where the bundle lacks the code
     */
    public String of(String code, Object... arguments) {
        return new MessageFormat(bundle.getString(code), regional(locale)).format(arguments);
    }

    /**
     * A text with a singular and a plural: {@code code.one} for 1, else {@code code.many}; the count is {@code {0}}.
     */
    public String count(String code, int count) {
        return of(code + (count == 1 ? ".one" : ".many"), count);
    }

    /** Text of a code from outside, or the code itself where there is no word for it. */
    public String orCode(String prefix, String code) {
        return bundle.containsKey(prefix + code) ? of(prefix + code) : code;
    }

    /** A day in long form, e.g. {@code 31. Dezember 2023}. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(regional(locale))
                .format(day);
    }

    /** The day of an instant in Germany. */
    public String day(Instant instant) {
        return day(instant.atZone(ZONE).toLocalDate());
    }

    /** A period in words; one that cannot be read stays as it is. */
    public String period(String period) {
        return Period.parse(period).map(read -> PeriodWords.of(read, locale)).orElse(period);
    }

    /** Numbers and disclosure marks in this language. */
    public Numbers numbers() {
        return new Numbers(regional(locale));
    }
}
