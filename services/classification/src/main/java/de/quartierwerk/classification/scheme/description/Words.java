package de.quartierwerk.classification.scheme.description;

import de.quartierwerk.classification.indicator.Indicator;
import de.quartierwerk.kit.problem.Messages;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Words of one language for the parts of a scheme. */
final class Words {
    private final Messages messages;
    private final Locale locale;
    private final Map<String, Indicator> indicators;

    Words(Messages messages, Locale locale, Map<String, Indicator> indicators) {
        this.messages = messages;
        this.locale = locale;
        this.indicators = indicators;
    }

    /** The text under {@code description.<key>}. */
    String text(String key, Object... arguments) {
        return messages.text(locale, "description." + key, arguments);
    }

    String language() {
        return locale.getLanguage();
    }

    /** Name and code of an indicator. */
    String indicator(String code) {
        Indicator known = indicators.get(code);
        return known == null || known.name().equals(code)
                ? text("name", code)
                : text("name-and-code", known.name(), code);
    }

    /** Title and code of an index or need. */
    String named(String title, String code) {
        return title.equals(code) ? text("name", code) : text("name-and-code", title, code);
    }

    /** A number as the language writes it. */
    String number(double number) {
        String plain =
                BigDecimal.valueOf(number).stripTrailingZeros().toPlainString().replace('-', '−');
        return locale.getLanguage().equals("de") ? plain.replace('.', ',') : plain;
    }

    /** Texts between quotation marks, joined by commas. */
    String quoted(List<String> texts) {
        return texts.stream().map(part -> text("name", part)).collect(Collectors.joining(", "));
    }
}
