package de.quartierwerk.funding.document;

import de.quartierwerk.funding.money.Money;
import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.problem.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words of documents in the caller's language. */
@ApplicationScoped
public class Wording {

    private static final DateTimeFormatter GERMAN_DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.GERMAN);

    private final Messages messages;
    private final CallerLanguage language;

    Wording(Messages messages, CallerLanguage language) {
        this.messages = messages;
        this.language = language;
    }

    /** Code of the language. */
    public String language() {
        return language.locale().getLanguage();
    }

    /** The words of a code below {@code document.}. */
    public String of(String code, Object... arguments) {
        return messages.title(language.locale(), "document." + code, arguments);
    }

    /** An amount as people write it: 6.000,00 EUR. */
    public String money(@Nullable Money amount) {
        return amount == null ? "" : String.format(language.locale(), "%,.2f EUR", amount.value());
    }

    /** A day as people write it: 27.11.2026. */
    public String day(@Nullable LocalDate day) {
        if (day == null) {
            return "";
        }
        return language().equals("de") ? GERMAN_DAY.format(day) : day.toString();
    }
}
