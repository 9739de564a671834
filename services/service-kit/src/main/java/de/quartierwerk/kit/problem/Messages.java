package de.quartierwerk.kit.problem;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.Format;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * The texts of kit and service in German and English, from all {@code messages/messages_<language>.properties} (UTF-8)
 * on the class path. A code has a title under its name and, mostly, a sentence with arguments under
 * {@code <code>.detail}. Texts are {@link MessageFormat} patterns; arguments in plain places ({@code {0}}) appear as
 * they are, a year never becomes 2.013; days are written as people write them: 31.12.2023, in English 2023-12-31.
 */
@ApplicationScoped
public class Messages {

    /** The languages that every text is there in; the first is the default. */
    public static final List<Locale> LANGUAGES = List.of(Locale.GERMAN, Locale.ENGLISH);

    private static final DateTimeFormatter GERMAN_DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.GERMAN);

    private final Map<String, Map<String, String>> texts = new HashMap<>();

    /** Loads the bundles of all languages. */
    public Messages() {
        for (Locale language : LANGUAGES) {
            texts.put(language.getLanguage(), load(language));
        }
    }

    /**
     * The sentence to a code: {@code <code>.detail}, else {@code <code>}, else the code itself.
     *
     * @param language one of {@link #LANGUAGES}; another gives the default's text
     */
    public String text(Locale language, String code, Object... arguments) {
        return find(language, code + ".detail", arguments).orElseGet(() -> title(language, code, arguments));
    }

    /** The title of a code, or the code itself where there is none. */
    public String title(Locale language, String code, Object... arguments) {
        return find(language, code, arguments).orElse(code);
    }

    /** The text under exactly this key. */
    public Optional<String> find(Locale language, String key, Object... arguments) {
        String known = texts.containsKey(language.getLanguage())
                ? language.getLanguage()
                : LANGUAGES.get(0).getLanguage();
        return Optional.ofNullable(texts.getOrDefault(known, Map.of()).get(key))
                .map(pattern -> format(pattern, language, arguments));
    }

    /** All texts of a language by their keys. */
    public static Map<String, String> load(Locale language) {
        Map<String, String> all = new HashMap<>();
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            String name = "messages/messages_" + language.getLanguage() + ".properties";
            for (URL url : Collections.list(loader.getResources(name))) {
                Properties bundle = new Properties();
                try (Reader in = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
                    bundle.load(in);
                }
                bundle.forEach((key, text) -> all.putIfAbsent(Objects.toString(key), Objects.toString(text)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private String format(String pattern, Locale language, Object... arguments) {
        MessageFormat message = new MessageFormat(pattern, language);
        Format[] formats = message.getFormatsByArgumentIndex();
        Object[] shown = arguments.clone();
        for (int i = 0; i < shown.length; i++) {
            if (i >= formats.length || formats[i] == null) {
                shown[i] = plain(shown[i], language);
            }
        }
        return message.format(shown);
    }

    private String plain(Object argument, Locale language) {
        if (argument instanceof MessageText part) {
            return text(language, part.code(), part.arguments().toArray());
        }
        if (argument instanceof LocalDate day && language.getLanguage().equals(Locale.GERMAN.getLanguage())) {
            return GERMAN_DAY.format(day);
        }
        return argument instanceof BigDecimal number ? number.toPlainString() : Objects.toString(argument);
    }
}
