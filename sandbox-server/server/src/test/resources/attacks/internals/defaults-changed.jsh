Locale.setDefault(Locale.forLanguageTag("tr"));
TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
System.setProperties(new Properties());
System.setProperty("line.separator", "!!");
// ---
//! ends: ok
//! prints: still here
System.out.println("still here");
