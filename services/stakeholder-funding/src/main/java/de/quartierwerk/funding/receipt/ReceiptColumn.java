package de.quartierwerk.funding.receipt;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A column of a list of receipts, with the titles that offices give it. */
enum ReceiptColumn {
    NUMBER("beleg", "belegnummer", "beleg-nr.", "nr.", "nr", "number"),
    DATE("datum", "belegdatum", "date"),
    PAYEE("empfänger", "zahlungsempfänger", "payee"),
    ITEM("position", "kostenposition", "kostenart", "item"),
    AMOUNT("betrag", "betrag in eur", "betrag (eur)", "amount");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> titles;

    ReceiptColumn(String... titles) {
        this.titles = List.of(titles);
    }

    /** The column of this title; null where it is none of them. */
    static @Nullable ReceiptColumn of(String title) {
        String plain = title.strip().toLowerCase(Locale.GERMAN);
        for (ReceiptColumn each : values()) {
            if (each.titles.contains(plain)) {
                return each;
            }
        }
        return null;
    }

    /** Its first title, as people are told it. */
    String title() {
        String first = titles.get(0);
        return first.substring(0, 1).toUpperCase(Locale.GERMAN) + first.substring(1);
    }
}
