System.setProperties(new Properties());
System.getProperties().clear();
// ---
//! prints: still here
System.out.println("still here " + List.of(1).stream().map(String::valueOf).toList());
