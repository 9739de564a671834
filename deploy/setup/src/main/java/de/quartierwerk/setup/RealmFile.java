package de.quartierwerk.setup;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import de.quartierwerk.servers.Realm;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The realm's file with this installation's settings in place of {@code ${QUARTIERWERK_…}}. */
final class RealmFile {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(QUARTIERWERK_[A-Z_]+)(?::[^}]*)?}");

    private RealmFile() {}

    /**
     * The realm.
     *
     * @param withLocalUsers whether it also holds the users of the demonstration, whose passwords everybody knows
     * @throws SetupFailure naming a placeholder that has no setting; defaults of the file are those of a local
     *     installation and do not count
     */
    static String of(Map<String, String> settings, boolean withLocalUsers) {
        try {
            return resolved(withLocalUsers ? Realm.local() : Realm.operated(), settings);
        } catch (IOException e) {
            throw new SetupFailure("The realm's file cannot be read", e);
        }
    }

    static String resolved(String realm, Map<String, String> settings) {
        return PLACEHOLDER.matcher(realm).replaceAll(place -> {
            String value = settings.get(place.group(1));
            if (value == null) {
                throw new SetupFailure("The realm needs " + place.group(1) + ", which is not set");
            }
            return Matcher.quoteReplacement(
                    new String(JsonStringEncoder.getInstance().quoteAsString(value)));
        });
    }
}
