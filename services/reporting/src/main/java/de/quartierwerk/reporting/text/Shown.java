package de.quartierwerk.reporting.text;

import org.jspecify.annotations.Nullable;

/**
 * A value as a page shows it.
 *
 * @param text number with the decimals that fit, or a disclosure mark
 * @param number the exact public number, null where the mark stands for it
 * @param spoken what the mark means, for those who hear the page; null without a mark
 */
public record Shown(
        String text, @Nullable String number, @Nullable String spoken) {}
