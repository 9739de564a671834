package de.quartierwerk.reporting.text;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.quartierwerk.reporting.code.Codes;
import java.util.Locale;

/** A language in which pages are written. */
public enum Language {
    @JsonProperty("de")
    DE(Locale.GERMAN, Locale.GERMANY),
    /** English with dates and numbers as they are written in Europe. */
    @JsonProperty("en")
    EN(Locale.ENGLISH, Locale.UK);

    private final Locale locale;
    private final Locale regional;

    Language(Locale locale, Locale regional) {
        this.locale = locale;
        this.regional = regional;
    }

    /** The language of a locale; German where the platform does not speak it. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals(EN.code()) ? EN : DE;
    }

    /** ISO 639 code. */
    public String code() {
        return Codes.of(this);
    }

    /** The language alone. */
    public Locale locale() {
        return locale;
    }

    /** The language with a country, by which dates and numbers are written. */
    Locale regional() {
        return regional;
    }

    /** The code, as callers write it. */
    @Override
    public String toString() {
        return code();
    }
}
